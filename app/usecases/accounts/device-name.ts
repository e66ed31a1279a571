const browsers = ["Edg", "OPR", "Firefox", "Chrome", "Safari"];
const systems = ["Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux"];
const names: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera", "Mac OS": "macOS" };

/** The parts of a user agent that a person recognizes, such as `Firefox, Windows`; empty if none. */
export function deviceName(userAgent: string): string {
  return [browsers, systems]
    .map((known) => known.find((name) => userAgent.includes(name)))
    .filter((name) => name !== undefined)
    .map((name) => names[name] ?? name)
    .join(", ");
}
