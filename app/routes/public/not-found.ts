/** Every address that no other route has. A route of its own, so that the root loader gives the language. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export function action(): never {
  throw new Response(null, { status: 404 });
}

/** Never shown; without it the answer would be bare, not the page of the error boundary. */
export default function NotFound() {
  return null;
}
