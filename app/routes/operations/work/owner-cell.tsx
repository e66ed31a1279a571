import { Form, useLocation } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { controlClass } from "#app/ui/text-input.tsx";
import type { WorkItem, WorkPage } from "#app/usecases/work/read-work.ts";

/** Who has a task, and the buttons to take it, to give it to a colleague or to give it back. */
export function OwnerCell({
  item,
  userId,
  colleagues,
}: {
  item: WorkItem;
  userId: string;
  colleagues: WorkPage["colleagues"];
}) {
  const words = useMessages().work;
  const of = words.of(words.kinds[item.kind], item.name);
  const held = item.ownerId === null ? words.nobody : (item.ownerName ?? words.gone);
  const others = colleagues.filter(
    (one) => one.roles.includes(item.role) && one.userId !== userId && one.userId !== item.ownerId,
  );
  return (
    <div className="flex flex-col items-start gap-2 max-sm:items-end">
      <span className={item.ownerId === null ? "text-support" : undefined}>{held}</span>
      {item.isMine ? (
        <>
          {item.ownerId === userId ? (
            <Assign item={item} to="" label={words.release} of={of} />
          ) : (
            <Assign item={item} to={userId} label={words.take} of={of} />
          )}
          {others.length > 0 ? <GiveTo item={item} others={others} of={of} /> : null}
        </>
      ) : null}
    </div>
  );
}

/** What names the task and who had it when the page was shown. */
function TaskFields({ item }: { item: WorkItem }) {
  const { customerId, kind, subject, ownerId } = item;
  const fields = { customerId, kind, subject, before: ownerId ?? "" };
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

/** The page as it is now, so that its filter stays after a change. */
function useHere(): string {
  const { pathname, search } = useLocation();
  // `?index` names the area's first page and not its frame.
  const query = new URLSearchParams(search);
  query.delete("done");
  return `${pathname}?index${query.size > 0 ? `&${query}` : ""}`;
}

function Assign({
  item,
  to,
  label,
  of,
}: {
  item: WorkItem;
  to: string;
  label: string;
  of: string;
}) {
  return (
    <Form method="post" action={useHere()}>
      <TaskFields item={item} />
      <input type="hidden" name="to" value={to} />
      <Button size="small" look="secondary">
        {label}
        <span className="sr-only">{of}</span>
      </Button>
    </Form>
  );
}

function GiveTo({
  item,
  others,
  of,
}: {
  item: WorkItem;
  others: WorkPage["colleagues"];
  of: string;
}) {
  const words = useMessages().work;
  const id = `give-${item.kind}-${item.subject}`;
  return (
    <details className="group max-w-full text-left">
      <summary className="text-oln-14B-100 inline-flex min-h-11 cursor-pointer items-center gap-2">
        <span className="underline underline-offset-4">{words.give}</span>
        <span className="sr-only">{of}</span>
        <span aria-hidden="true" className="group-open:rotate-180">
          ▾
        </span>
      </summary>
      <Form method="post" action={useHere()} className="flex flex-col items-start gap-2">
        <TaskFields item={item} />
        <label htmlFor={id}>{words.giveTo}</label>
        <select id={id} name="to" className={`${controlClass} w-full max-w-60 pr-8`}>
          {others.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
        <Button size="small" look="secondary">
          {words.give}
          <span className="sr-only">{of}</span>
        </Button>
      </Form>
    </details>
  );
}
