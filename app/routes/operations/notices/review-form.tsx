import type { ReactNode } from "react";
import { Form } from "react-router";
import { Button, LinkButton } from "#app/ui/button.tsx";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { Consequences, type Consequence } from "../consequences.tsx";

/** What was typed on the page before, carried on unseen. */
function CarriedFields({ typed }: { typed: TypedFields }) {
  return Object.entries(typed).flatMap(([name, values]) =>
    values.map((value) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    )),
  );
}

/**
 * The page before something that can't be taken back: what will happen and by which clause, whom it
 * touches, then one button. What was typed goes along, so that nothing is lost on the way back.
 */
export function ReviewForm({
  title,
  happens,
  typed = {},
  intent,
  submit,
  danger = false,
  clickId,
  edit,
  back,
  children,
  fields,
}: {
  title: string;
  happens: readonly Consequence[];
  typed?: TypedFields;
  intent: string;
  submit: string;
  danger?: boolean;
  clickId: string;
  /** The words of the way back to the form; left out where nothing was typed. */
  edit?: string;
  back: { to: string; label: string };
  /** Facts, and the list of those whom it touches. */
  children?: ReactNode;
  /** What has to be answered here. */
  fields?: ReactNode;
}) {
  return (
    <Consequences title={title} happens={happens}>
      {children}
      <Form method="post" noValidate className="flex flex-col gap-6">
        <input type="hidden" name="clickId" value={clickId} />
        <CarriedFields typed={typed} />
        {fields}
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value={intent} look={danger ? "danger" : "primary"} size="large">
            {submit}
          </Button>
          {edit ? (
            <Button name="intent" value="edit" look="secondary" size="large">
              {edit}
            </Button>
          ) : null}
          <LinkButton to={back.to} look="plain" size="large">
            {back.label}
          </LinkButton>
        </div>
      </Form>
    </Consequences>
  );
}
