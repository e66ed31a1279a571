import type { Outline, OutlineEdge, OutlineNode } from "./outline.ts";

/** The dot from which the whole machine starts. */
const start = ":initial";

/** Whether a node lies inside another, its small signs included. */
function lies(key: string, inside: string): boolean {
  return key.startsWith(`${inside}.`) || key.startsWith(`${inside}:`);
}

/** The edges with their ends renamed; what joins a node with itself is left out, doubles become one. */
function rejoined(edges: readonly OutlineEdge[], rename: (key: string) => string): OutlineEdge[] {
  const joined = new Map<string, OutlineEdge>();
  for (const edge of edges) {
    const [source, target] = [rename(edge.source), rename(edge.target)];
    if (source === target) continue;
    const id = `${source}>${target}`;
    const lines = [...(joined.get(id)?.lines ?? []), ...edge.lines];
    joined.set(id, { source, target, lines: [...new Set(lines)] });
  }
  return [...joined.values()];
}

/** Leaves out the state in which a machine does not exist yet: the picture begins with what follows. */
export function withoutUnborn(outline: Outline, unborn: string): Outline {
  return {
    children: outline.children.filter(({ key }) => key !== unborn),
    edges: rejoined(outline.edges, (key) => (key === unborn ? start : key)),
    states: outline.states.filter(({ key }) => key !== unborn),
  };
}

/** Draws every outermost state as one box but the one named, which keeps the states inside it. */
function foldedBut(outline: Outline, open: string): Outline {
  const folded = outline.children.filter(
    ({ key, children }) => key !== open && children.length > 0,
  );
  const rename = (key: string) => folded.find((node) => lies(key, node.key))?.key ?? key;
  const children = outline.children.map((node): OutlineNode => {
    return folded.includes(node) ? { ...node, kind: "atomic", children: [] } : node;
  });
  return { ...outline, children, edges: rejoined(outline.edges, rename) };
}

/** The outermost state in which a node lies. */
const outermost = (key: string) => key.split(/[.:]/)[0] ?? key;

/** The outermost states to which the edges lead from one of them, that one included. */
function reachable(edges: readonly OutlineEdge[], from: string): Set<string> {
  const found = new Set([from]);
  for (const key of found) {
    for (const { source, target } of edges) {
      if (outermost(source) === key && outermost(target) !== "") found.add(outermost(target));
    }
  }
  return found;
}

/**
 * What a narrow page has room for: the outermost states that were passed, in their order, the last of
 * them with the states inside it, and where it can go from there.
 */
export function alongPath(outline: Outline, path: readonly string[]): Outline {
  const present = path.at(-1);
  if (present === undefined) return outline;
  const folded = foldedBut(outline, present);
  const ahead = reachable(folded.edges, present);
  const taken = new Set(path.map((key, at) => `${path[at - 1] ?? ""}>${key}`));
  const isKept = ({ source, target }: OutlineEdge) =>
    ahead.has(outermost(source)) || taken.has(`${outermost(source)}>${outermost(target)}`);
  return {
    ...folded,
    children: folded.children.filter(
      ({ key }) => key === start || ahead.has(key) || path.includes(key),
    ),
    edges: folded.edges.filter(isKept),
  };
}
