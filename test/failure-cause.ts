/** Why a test failed, in one line: its message's first, and the seed and path by which a property can be repeated. */
export function causeOf(message: string | undefined): string {
  const [first = "", second = ""] = message?.split("\n", 2) ?? [];
  return second.startsWith("{ seed") ? `${first} ${second}` : first;
}
