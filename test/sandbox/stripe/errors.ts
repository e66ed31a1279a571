/** The part of an error that goes into the `error` object of the body. */
export interface ApiErrorBody {
  type: "invalid_request_error" | "idempotency_error" | "api_error" | "card_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  payment_method?: object;
  payment_intent?: object;
  setup_intent?: object;
}

/** An answer in Stripe's error shape: https://docs.stripe.com/api/errors */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ApiErrorBody;

  constructor(status: number, body: ApiErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

/** 400 with an optional code and parameter name. */
export function invalidRequest(message: string, code?: string, param?: string): ApiError {
  return new ApiError(400, { type: "invalid_request_error", message, code, param });
}

/** What Stripe says of an id that names nothing: 404 in the path, 400 in a parameter. */
export function noSuch(
  thing: string,
  id: string,
  param: string,
  status: 400 | 404 = 404,
): ApiError {
  return new ApiError(status, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${thing}: '${id}'`,
    param,
  });
}

/** The JSON body, with the links Stripe adds. */
export function errorBody(error: ApiErrorBody, requestId: string): { error: object } {
  const code = error.code;
  return {
    error: {
      ...error,
      ...(code
        ? { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` }
        : {}),
      request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
    },
  };
}
