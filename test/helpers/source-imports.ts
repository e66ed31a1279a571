import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "vite";

export interface Import {
  readonly from: string;
  /** A file of the project, by its path, or a package, by its name. */
  readonly to: string;
  readonly kind: "file" | "package";
  /** Whether nothing of it is left at run time. */
  readonly isType: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly imports: Import[];
  /** Whether the file does nothing but pass on what others export. */
  readonly isBarrel: boolean;
}

/** `@scope/name/deep/file` → `@scope/name`; `node:fs/promises` → `node:fs`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function target(from: string, specifier: string): Pick<Import, "to" | "kind"> {
  const file = specifier.replace(/\?\w+$/, "");
  if (file.startsWith(".")) return { to: normalize(join(dirname(from), file)), kind: "file" };
  if (file.startsWith("#")) return { to: file.slice(1), kind: "file" };
  return { to: packageOf(file), kind: "package" };
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, "utf8");
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const add = (specifier: string, isType: boolean) =>
    imports.push({ from: path, isType, ...target(path, specifier) });
  for (const { moduleRequest, entries } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { moduleRequest, isType } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest) add(moduleRequest.value, isType);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^["'`](.*)["'`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[1] !== undefined) add(literal[1], false);
  }
  const passesOn = program.body.filter(
    (statement) =>
      statement.type === "ExportAllDeclaration" ||
      (statement.type === "ExportNamedDeclaration" && statement.source !== null),
  );
  const isBarrel = program.body.length > 0 && passesOn.length === program.body.length;
  return { path, imports, isBarrel };
}

/** Every source file of the project with what it imports, tests included. */
export function readSources(): SourceFile[] {
  return globSync("{app,db,emails,machines,test}/**/*.{ts,tsx}")
    .toSorted()
    .map((path) => readSource(path));
}

/** The import cycles of the files, each once, as the chain of paths that leads back to its start. */
export function findCycles(sources: SourceFile[]): string[][] {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      source.imports.filter((edge) => edge.kind === "file").map((edge) => edge.to),
    ]),
  );
  const finished = new Set<string>();
  const cycles: string[][] = [];
  const walk = (path: string, trail: string[]) => {
    if (finished.has(path)) return;
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push([...trail.slice(start), path]);
      return;
    }
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return cycles;
}
