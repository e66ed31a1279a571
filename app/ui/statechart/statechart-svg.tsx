import type { Picture, PlacedEdge, PlacedNode } from "./picture.ts";
import { roundedPath } from "./rounded-path.ts";

/**
 * A picture a little too wide for its page is made smaller, down to a width at which its words can
 * still be read; much too wide ones scroll. A page of 320 pixels (WCAG 1.4.10) has room for 304.
 */
const shrinking = [
  { from: 304, to: 456, look: "h-auto max-w-full min-w-76" },
  { from: 900, to: 1200, look: "h-auto max-w-full min-w-225" },
];

/** Words on the picture itself. */
export type PictureWords = { current: string };

/**
 * One laid-out picture as SVG. A current state has a thick border, a ● and the word; a state that
 * was passed has a ✓; both can be told in greyscale. Colours are attributes, not classes, so that
 * the picture looks the same when it is saved or printed.
 */
export function StatechartSvg({
  id,
  picture,
  title,
  description,
  active,
  visited,
  words,
}: {
  id: string;
  picture: Picture;
  title: string;
  description: string;
  active: ReadonlySet<string>;
  visited: ReadonlySet<string>;
  words: PictureWords;
}) {
  const shrinks = shrinking.find(({ from, to }) => picture.width > from && picture.width <= to);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      width={picture.width}
      height={picture.height}
      className={`block ${shrinks?.look ?? "max-w-none"}`}
      fontFamily="inherit"
      letterSpacing="0"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <defs>
        <marker
          id={`${id}-arrow`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0.5L10 5L0 9.5z" fill="#4d4d4d" />
        </marker>
      </defs>
      {picture.nodes.map((node) => (
        <Node
          key={node.key}
          node={node}
          active={active.has(node.key)}
          visited={visited.has(node.key)}
          words={words}
        />
      ))}
      {picture.edges.map((edge) => (
        <Arrow key={edge.id} edge={edge} marker={`url(#${id}-arrow)`} />
      ))}
      {picture.edges.map((edge) =>
        edge.label ? <Label key={edge.id} label={edge.label} /> : null,
      )}
    </svg>
  );
}

function isParent({ kind }: PlacedNode): boolean {
  return kind === "compound" || kind === "parallel";
}

function Node({
  node,
  active,
  visited,
  words,
}: {
  node: PlacedNode;
  active: boolean;
  visited: boolean;
  words: PictureWords;
}) {
  const { x, y, width, height } = node;
  if (node.kind === "initial") {
    return <circle cx={x + width / 2} cy={y + height / 2} r={width / 2 - 1} fill="#1a1a1a" />;
  }
  if (node.kind === "entry" || node.kind === "history") {
    return (
      <circle
        cx={x + width / 2}
        cy={y + height / 2}
        r={width / 2 - 1.5}
        fill="#ffffff"
        stroke="#1a1a1a"
        strokeWidth="1.5"
        strokeDasharray={node.kind === "entry" ? "3 2" : undefined}
      />
    );
  }
  const parent = isParent(node);
  const leaf = active && !parent;
  return (
    <g data-state={node.key} data-current={active || undefined}>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={parent ? 12 : 8}
        fill={leaf ? "#d9e6ff" : parent ? "#f7f8fb" : "#ffffff"}
        stroke={active ? "#0017c1" : "#666666"}
        strokeWidth={leaf ? 4 : active ? 2.5 : 1.25}
      />
      {node.kind === "final" ? (
        <rect
          x={x + 4}
          y={y + 4}
          width={width - 8}
          height={height - 8}
          rx={5}
          fill="none"
          stroke={active ? "#0017c1" : "#666666"}
        />
      ) : null}
      <text
        x={parent ? x + 16 : x + width / 2}
        y={parent ? y + 27 : leaf ? y + 38 : y + height / 2 + 5}
        textAnchor={parent ? "start" : "middle"}
        fontSize="14"
        fontWeight={parent || active ? 700 : 400}
        fill={active ? "#00118f" : "#1a1a1a"}
      >
        {visited && !active ? "✓ " : ""}
        {node.label}
      </text>
      {leaf ? (
        <text
          x={x + width / 2}
          y={y + 19}
          textAnchor="middle"
          fontSize="12"
          fontWeight="700"
          fill="#0017c1"
        >
          ● {words.current}
        </text>
      ) : null}
    </g>
  );
}

function Arrow({ edge, marker }: { edge: PlacedEdge; marker: string }) {
  return (
    <path
      d={roundedPath(edge.points)}
      fill="none"
      stroke="#4d4d4d"
      strokeWidth="1.5"
      markerEnd={marker}
    />
  );
}

function Label({ label }: { label: NonNullable<PlacedEdge["label"]> }) {
  return (
    <text
      fontSize="12"
      fill="#1a1a1a"
      stroke="#ffffff"
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
      textAnchor="middle"
    >
      {label.lines.map((line, at) => (
        <tspan key={line} x={label.x + label.width / 2} y={label.y + 14 + at * 17}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
