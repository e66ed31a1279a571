import type { ElkExtendedEdge, ElkNode } from "elkjs";
import ELK from "elkjs/lib/elk.bundled.js";
import type { AnyStateMachine } from "xstate";

import { outlineOf } from "./outline.ts";
import type { Outline, OutlineEdge, OutlineNode, StatechartLabels } from "./outline.ts";
import type { Picture, PlacedEdge, PlacedNode, StatechartLayout } from "./picture.ts";
import { alongPath, withoutUnborn } from "./simplify.ts";
import { textWidth } from "./text-width.ts";

const stateFont = 14;
const edgeFont = 12;
const edgeLine = 17;
const signSize = 14;
/** Room for the name and, above it, the mark of a current state. */
const stateHeight = 48;
/** Wider than this, a picture that runs to the right is harder to read than one that runs down. */
const widestPage = 1200;

export type LayoutOptions = {
  labels: StatechartLabels;
  maxLabelLines?: number;
  more?: (hidden: number) => string;
  /** The state in which the machine does not exist yet; it is not drawn. */
  unborn?: string;
  /**
   * The outermost states that were passed, in their order, the present one last: the narrow picture
   * shows this way and where it can go on, and only the present state with the states inside it.
   */
  path?: readonly string[];
};

/** How a picture grows: to the right, down, or down with parallel regions below each other. */
type Flow = "right" | "down" | "stacked";
const elk = new ELK();
type Known = Map<string | undefined, Promise<StatechartLayout>>;
const cache = new WeakMap<AnyStateMachine, WeakMap<StatechartLabels, Known>>();

/**
 * Lays a machine's states out for `<Statechart>`. Kept for each machine, labels object and path, so
 * pass the dictionary's own object. More than `maxLabelLines` (3) events between two states are summed up
 * by `more`; the words of the picture always name all.
 *
 * @example
 * // in a loader
 * const chart = await layoutStatechart(contractMachine, { labels: t.contract.chart });
 */
export function layoutStatechart(
  machine: AnyStateMachine,
  options: LayoutOptions,
): Promise<StatechartLayout> {
  const byLabels = cache.get(machine) ?? new WeakMap();
  cache.set(machine, byLabels);
  const known: Known = byLabels.get(options.labels) ?? new Map();
  byLabels.set(options.labels, known);
  const path = options.path?.join(" ");
  const layout = known.get(path) ?? lay(machine, options);
  known.set(path, layout);
  return layout;
}

async function lay(machine: AnyStateMachine, options: LayoutOptions): Promise<StatechartLayout> {
  const { labels, unborn, path } = options;
  const all = outlineOf(machine, labels);
  const outline = unborn === undefined ? all : withoutUnborn(all, unborn);
  const part = path === undefined ? outline : alongPath(outline, path);
  const narrow = await picture(part, "stacked", options);
  let wide = await picture(outline, "stacked", options);
  for (const flow of ["right", "down"] as const) {
    const candidate = await picture(outline, flow, options);
    if (candidate.width <= widestPage) {
      wide = candidate;
      break;
    }
  }
  return { name: labels.name, wide, narrow, states: outline.states };
}

async function picture(outline: Outline, flow: Flow, options: LayoutOptions): Promise<Picture> {
  const known = index(outline.children);
  const order = [...known.keys()];
  // Laid out the other way round, so that the states run in the order in which they are declared.
  const goesBack = ({ source, target }: OutlineEdge) =>
    order.indexOf(target) < order.indexOf(source);
  const graph: ElkNode = await elk.layout({
    id: "root",
    layoutOptions: { ...flowOptions(flow), "elk.padding": "[top=16,left=12,bottom=12,right=12]" },
    children: outline.children.map((node) => elkNode(node, flow)),
    edges: [
      ...outline.edges.map((edge) => elkEdge(edge, goesBack(edge), options)),
      ...(flow === "stacked" ? stackingEdges(outline.children) : []),
    ],
  });
  const nodes: PlacedNode[] = [];
  place(graph.children ?? [], known, nodes);
  return {
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    nodes,
    edges: outline.edges.flatMap((edge, at) => placeEdge(edge, graph.edges?.[at], options)),
  };
}

/** A state inherits no option from its parent, so every level gets them all. */
function flowOptions(flow: Flow): Record<string, string> {
  return {
    "elk.algorithm": "layered",
    "elk.direction": flow === "right" ? "RIGHT" : "DOWN",
    "elk.hierarchyHandling": "INCLUDE_CHILDREN",
    "elk.json.shapeCoords": "ROOT",
    "elk.json.edgeCoords": "ROOT",
    "elk.edgeRouting": "ORTHOGONAL",
    "elk.layered.nodePlacement.strategy": flow === "stacked" ? "BRANDES_KOEPF" : "NETWORK_SIMPLEX",
    "elk.layered.spacing.nodeNodeBetweenLayers": flow === "stacked" ? "24" : "32",
    "elk.spacing.nodeNode": flow === "stacked" ? "14" : "24",
    "elk.spacing.edgeNode": flow === "stacked" ? "12" : "18",
    "elk.spacing.edgeEdge": flow === "stacked" ? "10" : "14",
    "elk.spacing.edgeLabel": "4",
  };
}

/** Edges that are never drawn: they put each parallel region below the one before it. */
function stackingEdges(nodes: readonly OutlineNode[]): ElkExtendedEdge[] {
  return nodes.flatMap((node) => [
    ...(node.kind === "parallel"
      ? node.children.slice(1).map((region, at) => ({
          id: `stack ${region.key}`,
          sources: [node.children[at]?.key ?? region.key],
          targets: [region.key],
        }))
      : []),
    ...stackingEdges(node.children),
  ]);
}

function elkNode(node: OutlineNode, flow: Flow): ElkNode {
  if (node.kind === "initial" || node.kind === "entry" || node.kind === "history") {
    const first = { "elk.layered.layering.layerConstraint": "FIRST" };
    return {
      id: node.key,
      width: signSize,
      height: signSize,
      layoutOptions: node.kind === "history" ? {} : first,
    };
  }
  const width = Math.max(80, textWidth(node.label, stateFont) + 32);
  if (node.children.length === 0) return { id: node.key, width, height: stateHeight };
  return {
    id: node.key,
    layoutOptions: {
      ...flowOptions(flow),
      "elk.padding": "[top=44,left=16,bottom=16,right=16]",
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${width}, 60)`,
    },
    children: node.children.map((child) => elkNode(child, flow)),
  };
}

function linesOf(edge: OutlineEdge, { maxLabelLines = 3, more }: LayoutOptions): string[] {
  if (edge.lines.length <= maxLabelLines) return edge.lines;
  const hidden = edge.lines.length - (maxLabelLines - 1);
  return [...edge.lines.slice(0, maxLabelLines - 1), more ? more(hidden) : `+${hidden}`];
}

function elkEdge(edge: OutlineEdge, back: boolean, options: LayoutOptions): ElkExtendedEdge {
  const lines = linesOf(edge, options);
  const width = Math.max(0, ...lines.map((line) => textWidth(line, edgeFont))) + 8;
  return {
    id: `${edge.source}>${edge.target}`,
    sources: [back ? edge.target : edge.source],
    targets: [back ? edge.source : edge.target],
    labels:
      lines.length > 0
        ? [{ text: lines.join("\n"), width, height: lines.length * edgeLine + 4 }]
        : [],
  };
}

function index(nodes: readonly OutlineNode[], into = new Map<string, OutlineNode>()) {
  for (const node of nodes) {
    into.set(node.key, node);
    index(node.children, into);
  }
  return into;
}

function place(nodes: readonly ElkNode[], outline: Map<string, OutlineNode>, into: PlacedNode[]) {
  for (const { id, x = 0, y = 0, width = 0, height = 0, children = [] } of nodes) {
    const known = outline.get(id);
    if (known) into.push({ key: id, label: known.label, kind: known.kind, x, y, width, height });
    place(children, outline, into);
  }
}

function placeEdge(
  edge: OutlineEdge,
  laid: ElkExtendedEdge | undefined,
  options: LayoutOptions,
): PlacedEdge[] {
  const section = laid?.sections?.[0];
  if (!laid || !section) return [];
  const label = laid.labels?.[0];
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  return [
    {
      id: laid.id,
      source: edge.source,
      target: edge.target,
      points: laid.sources[0] === edge.source ? points : points.toReversed(),
      ...(label && {
        label: {
          x: label.x ?? 0,
          y: label.y ?? 0,
          width: label.width ?? 0,
          lines: linesOf(edge, options),
        },
      }),
    },
  ];
}
