import { asResponse } from "#app/usecases/problem.ts";

/** Runs what a loader or an action asks for; a Problem becomes the response of its error page. */
export async function answer<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asResponse(error);
  }
}
