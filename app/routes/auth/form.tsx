import type { ReactNode } from "react";
import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";

/** A form of one column, sent to its own address; our own words say what is wrong with it. */
export function ColumnForm({
  id,
  submit,
  children,
}: {
  id: string;
  submit: string;
  children: ReactNode;
}) {
  return (
    <Form method="post" id={id} noValidate className="flex flex-col gap-6">
      {children}
      <div>
        <Button>{submit}</Button>
      </div>
    </Form>
  );
}
