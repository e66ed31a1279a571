import type { ReactNode } from "react";
import { Form } from "react-router";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Consequences, type Consequence } from "./consequences.tsx";

/**
 * The step before something that can't be undone: what will happen and by which clause, what must be
 * answered, then one button. `clickId` makes a second click harmless.
 */
export function Confirmation({
  title,
  happens,
  intent,
  clickId,
  submit,
  danger = false,
  back,
  children,
}: {
  title: string;
  happens: readonly Consequence[];
  intent: string;
  clickId: string;
  submit: string;
  danger?: boolean;
  back: { to: string; label: string };
  children?: ReactNode;
}) {
  return (
    <Consequences title={title} happens={happens}>
      <Form method="post" noValidate className="flex flex-col gap-6">
        <input type="hidden" name="clickId" value={clickId} />
        {children}
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value={intent} look={danger ? "danger" : "primary"} size="large">
            {submit}
          </Button>
          <LinkButton to={back.to} look="secondary" size="large">
            {back.label}
          </LinkButton>
        </div>
      </Form>
    </Consequences>
  );
}
