/** Address and secret of a webhook endpoint. */
export interface WebhookTarget {
  url: string;
  secret: string;
}

export interface WebhookTargets {
  stripe: WebhookTarget | null;
  resend: WebhookTarget | null;
}

export type TargetName = keyof WebhookTargets;
