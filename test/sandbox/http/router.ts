/** A route: method, path with `:name` segments, and what answers it. */
export interface Route<Handler> {
  method: string;
  path: string;
  handler: Handler;
}

export interface Match<Handler> {
  handler: Handler;
  path: string;
  parameters: Record<string, string>;
}

/** Finds the first route of that method whose segments all match. */
export function matchRoute<Handler>(
  routes: readonly Route<Handler>[],
  method: string,
  path: string,
): Match<Handler> | null {
  const segments = path.split("/");
  for (const route of routes) {
    if (route.method !== method) continue;
    const parameters = matchSegments(route.path.split("/"), segments);
    if (parameters) return { handler: route.handler, path: route.path, parameters };
  }
  return null;
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith(":")) {
      if (segment === "") return null;
      parameters[part.slice(1)] = decode(segment);
    } else if (part !== segment) return null;
  }
  return parameters;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
