import { useLoaderData } from "react-router";

import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { EndingMenu } from "#app/ui/ending-menu.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { priceList } from "#app/usecases/catalog/price-list.ts";
import type { PricedMenu } from "#app/usecases/catalog/price-list.ts";
import { PublicFrame } from "./frame.tsx";
import { today } from "./today.ts";

export async function loader() {
  return priceList(await today());
}

const clausesOfKind: Record<PricedMenu["kind"], string[]> = {
  basic: ["A2"],
  subscription: ["A9.1"],
  device: ["A7.1", "A8.1"],
  work: ["A11"],
};

export default function Catalog() {
  const { menus, taxRatePercent } = useLoaderData<typeof loader>();
  const t = useMessages().public.catalog;
  const basic = menus.filter((menu) => menu.kind === "basic");
  const options = menus.filter((menu) => menu.kind !== "basic");
  return (
    <PublicFrame>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <LinkButton to="/portal/orders/new" size="large">
            {t.order}
          </LinkButton>
        }
      />
      {menus.length === 0 ? <p>{t.empty}</p> : null}
      <div className="flex flex-col gap-12">
        <MenuSection title={t.basicTitle} menus={basic} />
        <MenuSection title={t.optionsTitle} menus={options} />
        <p className="text-support measure">{t.taxNote(`${taxRatePercent}%`)}</p>
        <section aria-labelledby="kinds" className="flex flex-col gap-4">
          <h2 id="kinds">{t.kindsTitle}</h2>
          <DescriptionList
            items={(["basic", "subscription", "device", "work"] as const).map((kind) => ({
              key: kind,
              term: t.kinds[kind].name,
              description: (
                <>
                  {t.kinds[kind].text} <ClauseChips clauses={clausesOfKind[kind]} />
                </>
              ),
            }))}
          />
        </section>
      </div>
    </PublicFrame>
  );
}

function MenuSection({ title, menus }: { title: string; menus: readonly PricedMenu[] }) {
  if (menus.length === 0) return null;
  const single = menus.length === 1;
  return (
    <section className="flex flex-col gap-4">
      <h2>{title}</h2>
      <ul className={single ? "grid gap-4" : "grid gap-4 md:grid-cols-2"}>
        {menus.map((menu) => (
          <MenuCard key={menu.code} menu={menu} />
        ))}
      </ul>
    </section>
  );
}

function MenuCard({ menu }: { menu: PricedMenu }) {
  const locale = useLocale();
  const t = useMessages().public.catalog;
  const period = menu.kind === "work" ? t.perWork : t.perYear;
  return (
    <li
      id={menu.code}
      className={`flex flex-col gap-3 rounded-12 border bg-white p-5 sm:p-6 ${menu.kind === "basic" ? "border-key-900 border-2" : "border-line"}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3>{locale === "ja" ? menu.nameJa : menu.nameEn}</h3>
        <span className="border-key-900 text-key-900 text-oln-14B-100 rounded-4 border px-2 py-1.5">
          {t.kinds[menu.kind].name}
        </span>
      </div>
      <p>{locale === "ja" ? menu.summaryJa : menu.summaryEn}</p>
      <EndingMenu name={locale === "ja" ? menu.nameJa : menu.nameEn} lastDay={menu.lastDay} />
      <div className="border-line mt-auto flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t pt-3">
        <p>
          <span className="text-support mr-2">{period}</span>
          <Money
            amount={menu.annualPrice}
            note={t.excludingTax}
            className="text-std-24B-150 tracking-normal"
          />
        </p>
        <Money amount={menu.annualPriceWithTax} note={t.includingTax} />
      </div>
      <p className="text-support text-dns-14N-130">
        {t.code} <span className="figures">{menu.code}</span>
      </p>
    </li>
  );
}
