import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Checkbox, Radio } from "#app/ui/checkbox.tsx";
import { EndingMenu } from "#app/ui/ending-menu.tsx";
import { Fieldset } from "#app/ui/fieldset.tsx";
import type { PricedMenu } from "#app/usecases/catalog/price-list.ts";
import { StepForm, useStepForm, type StepProps } from "./step-form.tsx";
import { TextField } from "./text-field.tsx";

/** The menus and the start wished for (A2, A5.5). */
export function MenusStep(props: StepProps) {
  const { formId, field } = useStepForm(props);
  const t = useMessages().order;
  const { menus, facts } = props.page;
  const basics = menus.filter(({ kind }) => kind === "basic");
  const [basic, options] = [field("basic"), field("options")];
  const chosen = [options.initialValue ?? []].flat();
  const BasicChoice = basics.length === 1 ? Checkbox : Radio;
  return (
    <StepForm {...props} formId={formId}>
      <Fieldset field={basic} legend={t.fields.basic} required support={t.menu.basicSupport}>
        {basics.map((menu) => (
          <MenuLine key={menu.code} menu={menu}>
            {(label, support) => (
              <BasicChoice
                id={`${basic.id}-${menu.code}`}
                name={basic.name}
                value={menu.code}
                defaultChecked={menu.code === basic.initialValue}
                aria-invalid={basic.errors ? true : undefined}
                label={label}
                support={support}
              />
            )}
          </MenuLine>
        ))}
      </Fieldset>
      <Fieldset
        field={options}
        legend={t.fields.options}
        required={false}
        support={t.menu.optionsSupport}
      >
        {menus
          .filter(({ kind }) => kind !== "basic")
          .map((menu) => (
            <MenuLine key={menu.code} menu={menu}>
              {(label, support) => (
                <Checkbox
                  id={`${options.id}-${menu.code}`}
                  name={options.name}
                  value={menu.code}
                  defaultChecked={chosen.includes(menu.code)}
                  label={label}
                  support={support}
                />
              )}
            </MenuLine>
          ))}
      </Fieldset>
      <TextField
        field={field("wishedStart")}
        type="date"
        size={12}
        min={facts.earliestStart}
        max={facts.latestStart}
        support={t.menu.startSupport(formatDay(facts.earliestStart), formatDay(facts.latestStart))}
      />
    </StepForm>
  );
}

/** A menu with its price and what it is for, around its box. */
function MenuLine({
  menu,
  children,
}: {
  menu: PricedMenu;
  children: (label: React.ReactNode, support: React.ReactNode) => React.ReactNode;
}) {
  const t = useMessages().order.menu;
  const locale = useLocale();
  const price = formatYen(menu.annualPrice);
  const words = menu.kind === "work" ? t.perWork(price) : t.perYear(price);
  const name = locale === "ja" ? menu.nameJa : menu.nameEn;
  const label = (
    <>
      <span className="font-700">{name}</span>
      <span className="figures block">{words}</span>
    </>
  );
  return (
    <div className="border-line mt-3 rounded-8 border px-4 py-2">
      {children(label, locale === "ja" ? menu.summaryJa : menu.summaryEn)}
      <EndingMenu name={name} lastDay={menu.lastDay} />
    </div>
  );
}
