import { Form } from "react-router";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { OfferedEvent } from "#app/usecases/contracts/what-if/offered.ts";
import { eventWords } from "./event-words.ts";

const staff = ["operations", "finance"];

/** Which command is to be tried: those of the operator, then those of the customer. */
export function EventChoice({ offers }: { offers: readonly OfferedEvent[] }) {
  const t = useMessages();
  const locale = useLocale();
  const words = t.whatIf.choose;
  const isOwn = ({ role }: OfferedEvent) => staff.includes(role);
  const groups = [
    { label: words.own, offers: offers.filter(isOwn) },
    { label: words.customers, offers: offers.filter((offer) => !isOwn(offer)) },
  ].filter((group) => group.offers.length > 0);
  if (groups.length === 0) return <p>{words.none}</p>;
  return (
    <Form method="get" className="flex flex-col items-start gap-6">
      <Field field={{ id: "event" }} label={words.field} required support={words.support}>
        <Select name="event" className="max-w-full">
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.offers.map((offer) => (
                <option key={offer.id} value={offer.id}>
                  {eventWords(offer, t, locale)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Button>{words.submit}</Button>
    </Form>
  );
}
