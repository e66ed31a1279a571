import { useLocale } from "#app/i18n/use-messages.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Fieldset } from "#app/ui/fieldset.tsx";
import type { Menu } from "#app/usecases/catalog/list-menus.ts";

/** Menus to choose from, several at once. */
export function MenuChoice({
  menus,
  chosen,
  legend,
  support,
  error,
  required = true,
}: {
  menus: readonly Menu[];
  chosen: readonly string[];
  legend: string;
  support?: string;
  error?: string | undefined;
  required?: boolean;
}) {
  const locale = useLocale();
  const field = { id: "menus", ...(error === undefined ? {} : { errors: [error] }) };
  return (
    <Fieldset field={field} legend={legend} support={support} required={required}>
      {menus.map(({ code, nameJa, nameEn }) => (
        <Checkbox
          key={code}
          name="menus"
          value={code}
          defaultChecked={chosen.includes(code)}
          label={
            <>
              {locale === "ja" ? nameJa : nameEn}{" "}
              <span className="text-support figures">{code}</span>
            </>
          }
        />
      ))}
    </Fieldset>
  );
}
