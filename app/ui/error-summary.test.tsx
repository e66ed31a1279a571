import { getFormProps, getInputProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form, useActionData } from "react-router";
import { expect, test } from "vitest";
import { z } from "zod";

import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { ErrorSummary, summaryErrors } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { PageHeader } from "./page-header.tsx";
import { TextInput } from "./text-input.tsx";

const schema = z.object({ company: z.string("会社名を入力してください。") });
const submitted = new FormData();
submitted.set("company", "");
const refused = parseWithZod(submitted, { schema }).reply({ formErrors: ["受付を終了しました。"] });

function Page() {
  const lastResult = useActionData<typeof refused>();
  const [form, fields] = useForm<z.infer<typeof schema>>({ id: "order", lastResult });
  const errors = summaryErrors(form.id, form.allErrors);
  return (
    <>
      <PageHeader title="お申し込み" failed={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <Form method="post" {...getFormProps(form)} noValidate>
        <Field field={fields.company} label="会社名" required>
          <TextInput {...getInputProps(fields.company, { type: "text" })} />
        </Field>
      </Form>
    </>
  );
}

test("after a failed submit the summary links to the control with the words beside it", async () => {
  const html = await renderMarkup(<Page />, { actionData: refused });
  const href = /<a [^>]*href="#([^"]+)"[^>]*>会社名を入力してください。</.exec(html)?.[1];
  expect(html).toMatch(new RegExp(`<input[^>]* id="${href}"`));
  expect(html.match(/会社名を入力してください。/g)).toHaveLength(2);
  expect(html).toContain("受付を終了しました。");
  expect(html).toMatch(/role="alert"[^>]*tabindex="-1"[^>]*autofocus/i);
  expect(html).toContain("<title>エラー: お申し込み | NDR契約ポータル</title>");
});

test("before a submit there is no summary and the title is plain", async () => {
  const html = await renderMarkup(<Page />, { locale: "en" });
  expect(html).not.toContain('role="alert"');
  expect(html).toContain("<title>お申し込み | NDR Contract Portal</title>");
});
