/** An answer in Resend's error shape: https://resend.com/docs/api-reference/errors */
export class MailError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** 422: a field is there but wrong. */
export function invalidField(message: string): MailError {
  return new MailError(422, "validation_error", message);
}
