import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import type { Role } from "#app/middleware/context.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** With whom a visitor of the demonstration may sign in. */
export function DemoAccounts({
  password,
  staff,
  customers,
}: {
  password: string;
  staff: readonly { email: string; role: Role }[];
  customers: readonly { email: string; companyName: string; story: { ja: string; en: string } }[];
}) {
  const t = useMessages();
  const locale = useLocale();
  return (
    <Notice title={t.auth.signIn.demo} className="mt-10">
      <p>{t.auth.signIn.demoPassword(password)}</p>
      <DescriptionList
        items={[
          ...customers.map(({ email, companyName, story }) => ({
            key: email,
            term: <span className="break-all">{email}</span>,
            description: `${companyName} (${story[locale]})`,
          })),
          ...staff.map(({ email, role }) => ({
            key: email,
            term: <span className="break-all">{email}</span>,
            description: `${t.frame.operatorStaff}: ${t.frame.roles[role]}`,
          })),
        ]}
      />
    </Notice>
  );
}
