/** Tells the payment and mail sandbox what time it is. Throws where it does not answer. */
export async function setSandboxClock(baseUrl: string, now: Date): Promise<void> {
  const response = await fetch(`${baseUrl}/_sandbox/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: now.toISOString() }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`The sandbox refused its clock: ${response.status}.`);
}
