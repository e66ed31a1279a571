import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { isRouteErrorResponse, ServerRouter } from "react-router";
import type { EntryContext, HandleErrorFunction, RouterContextProvider } from "react-router";

import { log } from "./log.ts";
import { nonceContext, requestContext } from "./middleware/context.ts";

/** After this many milliseconds a page that still waits for data is closed unfinished. */
export const streamTimeout = 10_000;

/**
 * Renders a page as a stream: to people from the shell on, to robots when it is whole. The nonce
 * goes to the router's own scripts and to those that React adds while it streams.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  const userAgent = request.headers.get("user-agent");
  const whole = userAgent !== null && isbot(userAgent);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Promise((resolve, reject) => {
    let shellSent = false;
    let finalStatus = status;
    const respond = () => {
      shellSent = true;
      const body = new PassThrough();
      pipe(body);
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }),
      );
    };
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        onShellReady: whole ? undefined : respond,
        onAllReady: whole ? respond : undefined,
        onShellError: reject,
        onError(error) {
          finalStatus = 500;
          // Before the shell is sent the rejection is handled, and logged, by the router.
          if (shellSent)
            log.error({ err: error, requestId: context.get(requestContext).requestId });
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Writes unforeseen errors to the log under the number of the request; denials are in the audit log. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log.error({ err: error, requestId: context.get(requestContext).requestId }, "request failed");
};
