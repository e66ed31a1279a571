import { expect, test } from "vitest";

import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { Checkbox } from "./checkbox.tsx";
import { Field } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { Select } from "./select.tsx";
import { TextInput } from "./text-input.tsx";
import { Textarea } from "./textarea.tsx";

/** The opening tag that contains `part`. */
const tag = (html: string, part: string) =>
  html.match(/<[^>]+>/g)?.find((one) => one.includes(part)) ?? "";

test("a control points at its support text and its error, and its label at the control", async () => {
  const html = await renderMarkup(
    <Field
      field={{ id: "mail", errors: ["入力してください。"] }}
      label="メール"
      required
      support="例"
    >
      <TextInput name="mail" type="email" />
    </Field>,
  );
  const input = tag(html, "<input");
  expect(tag(html, "<label")).toContain('for="mail"');
  expect(input).toContain('id="mail"');
  expect(input).toContain('type="email"');
  expect(input).toContain('aria-invalid="true"');
  expect(input).toContain('aria-describedby="mail-description mail-error"');
  expect(html).toContain('id="mail-description"');
  expect(tag(html, 'id="mail-error"')).not.toBe("");
  expect(html).toContain("※必須");
  expect(html).toContain("入力してください。");
});

test("a field in order names no error and is not invalid", async () => {
  const html = await renderMarkup(
    <Field field={{ id: "memo" }} label="Memo">
      <Textarea name="memo" />
    </Field>,
    { locale: "en" },
  );
  expect(tag(html, "<textarea")).not.toMatch(/ aria-[a-z]+="/);
  expect(html).toContain("(optional)");
  expect(html).not.toContain("memo-error");
});

test("props of conform stay, with the support text added to what describes the control", async () => {
  const html = await renderMarkup(
    <Field
      field={{ id: "f-pref", errors: ["選択してください。"] }}
      label="都道府県"
      support="所在地"
    >
      <Select id="f-pref" name="pref" form="f" aria-invalid aria-describedby="f-pref-error">
        <option>東京都</option>
      </Select>
    </Field>,
  );
  const select = tag(html, "<select");
  expect(select).toContain('form="f"');
  expect(select).toContain('aria-describedby="f-pref-description f-pref-error"');
});

test("what people typed is escaped", async () => {
  const attack = `"><script>alert(1)</script>`;
  const html = await renderMarkup(
    <Field field={{ id: "x", errors: [attack] }} label={attack} support={attack}>
      <TextInput name="x" defaultValue={attack} />
    </Field>,
  );
  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;");
});

test("a radio group is one question with one name, described as a whole", async () => {
  const html = await renderMarkup(
    <RadioGroup
      field={{ id: "how", name: "how", errors: ["選んでください。"] }}
      legend="方法"
      required
      defaultValue="card"
      options={[
        { value: "card", label: "カード" },
        { value: "bank", label: "振込" },
      ]}
    />,
  );
  expect(tag(html, "<fieldset")).toContain('aria-describedby="how-error"');
  expect(tag(html, 'value="card"')).toContain("checked");
  expect(tag(html, 'value="bank"')).not.toContain("checked");
  expect(html.match(/name="how"/g)).toHaveLength(2);
});

test("several check boxes stand in a fieldset with the field's id", async () => {
  const html = await renderMarkup(
    <Fieldset field={{ id: "options" }} legend="オプション">
      <Checkbox name="options" value="a" label="A" />
      <Checkbox name="options" value="b" label="B" />
    </Fieldset>,
  );
  expect(tag(html, "<fieldset")).toContain('id="options"');
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
});
