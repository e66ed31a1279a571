import { Form, Link, useSearchParams } from "react-router";
import { formatCount } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { WorkPage } from "#app/usecases/work/read-work.ts";

const roles = ["operations", "finance", "admin"] as const;
const owners = ["all", "me", "nobody"] as const;

/** What the list is narrowed by: department and owner as a form, the kind as links with their counts. */
export function WorkFilter({ filter, counts }: Pick<WorkPage, "filter" | "counts">) {
  const t = useMessages();
  const words = t.work;
  return (
    <>
      <search>
        <Form className="mb-6 flex flex-wrap items-end gap-4 *:max-w-full">
          <Field field={{ id: "role" }} label={words.role}>
            <Select name="role" defaultValue={filter.role} key={filter.role}>
              {roles.map((role) => (
                <option key={role} value={role}>
                  {t.frame.roles[role]}
                </option>
              ))}
              <option value="all">{words.allRoles}</option>
            </Select>
          </Field>
          <Field field={{ id: "owner" }} label={words.owner}>
            <Select name="owner" defaultValue={filter.owner} key={filter.owner}>
              {owners.map((owner) => (
                <option key={owner} value={owner}>
                  {words.owners[owner]}
                </option>
              ))}
            </Select>
          </Field>
          <Button look="secondary">{words.show}</Button>
        </Form>
      </search>
      <KindLinks filter={filter} counts={counts} />
    </>
  );
}

function KindLinks({ filter, counts }: Pick<WorkPage, "filter" | "counts">) {
  const words = useMessages().work;
  const [search] = useSearchParams();
  if (counts.length === 0) return null;
  const to = (kind: string | null) => {
    const next = new URLSearchParams(search);
    for (const name of ["page", "done", "kind"]) next.delete(name);
    if (kind) next.set("kind", kind);
    return { search: `?${next}` };
  };
  const link =
    "border-line aria-[current=true]:border-key-900 aria-[current=true]:bg-key-50 aria-[current=true]:font-700 inline-flex min-h-11 items-center rounded-full border bg-white px-4 no-underline hover:underline";
  const all = counts.reduce((sum, { waiting }) => sum + waiting, 0);
  const links = [
    { kind: null, label: words.countOf(words.allKinds, formatCount(all)) },
    ...counts.map(({ kind, waiting }) => ({
      kind,
      label: words.countOf(words.kinds[kind], formatCount(waiting)),
    })),
  ];
  return (
    <nav aria-label={words.counts} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ kind, label }) => (
          <li key={label}>
            <Link to={to(kind)} aria-current={kind === filter.kind || undefined} className={link}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
