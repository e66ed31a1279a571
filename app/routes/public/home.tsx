import { useMessages } from "#app/i18n/use-messages.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { DocumentTitle } from "#app/ui/page-header.tsx";
import { PublicFrame } from "./frame.tsx";
import { NetworkPicture } from "./network-picture.tsx";

export default function Home() {
  const t = useMessages().public.home;
  return (
    <PublicFrame wide>
      <DocumentTitle title={t.title} />
      <Hero />
      <Section title={t.flowTitle}>
        <ol className="grid gap-4 md:grid-cols-3 md:gap-6">
          {t.flow.map((step, index) => (
            <li key={step.title} className="border-key-900 border-t-4 bg-white pt-4">
              <span className="text-key-900 text-std-32B-150 figures" aria-hidden="true">
                {index + 1}
              </span>
              <h3>{step.title}</h3>
              <p className="mt-1">{step.text}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t.portalTitle} tinted>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {t.portal.map((feature) => (
            <li key={feature.title} className="border-line rounded-12 border bg-white p-6">
              <h3 className="text-std-18B-160">{feature.title}</h3>
              <p className="mt-2">{feature.text}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.stepsTitle}>
        <ol className="lg:mt-10 lg:grid lg:grid-cols-5">
          {t.steps.map((step, index) => (
            <li
              key={step.title}
              className="border-key-900 relative ml-4 border-l-2 pb-6 pl-9 last:border-transparent last:pb-0 lg:ml-0 lg:border-t-2 lg:border-l-0 lg:pt-8 lg:pr-6 lg:pb-0 lg:pl-0"
            >
              <span
                aria-hidden="true"
                className="bg-key-900 figures absolute top-0 -left-[calc(1rem+1px)] flex size-8 items-center justify-center rounded-full font-700 text-white lg:-top-[calc(1rem+1px)] lg:left-0"
              >
                {index + 1}
              </span>
              <h3 className="text-std-18B-160">{step.title}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t.beforeTitle} tinted>
        <ul className="grid gap-4 md:grid-cols-2">
          {t.before.map((point) => (
            <li
              key={point.title}
              className="border-line flex flex-col gap-2 rounded-12 border bg-white p-6"
            >
              <h3 className="text-std-18B-160">{point.title}</h3>
              <p>{point.text}</p>
              <ClauseChips clauses={point.clauses} />
            </li>
          ))}
        </ul>
        <div className="mt-10 flex flex-wrap items-center justify-between gap-4">
          <div>
            <p className="text-std-24B-150">{t.closing}</p>
            <p>{t.closingText}</p>
          </div>
          <div className="flex flex-wrap gap-3">
            <LinkButton to="/catalog" size="large" look="secondary">
              {t.seePrices}
            </LinkButton>
            <LinkButton to="/sign-up" size="large">
              {t.start}
            </LinkButton>
          </div>
        </div>
      </Section>
    </PublicFrame>
  );
}

function Hero() {
  const t = useMessages().public.home;
  return (
    <div className="bg-night overflow-hidden text-white">
      <div className="mx-auto grid max-w-7xl items-center gap-8 px-4 py-12 lg:grid-cols-[1.1fr_1fr] lg:px-8 lg:py-20">
        <div>
          <p className="font-700 text-yellow-300">{t.eyebrow}</p>
          <h1 className="text-std-32B-150 sm:text-std-45B-140 mt-3">{t.headline}</h1>
          <p className="measure mt-4">{t.lead}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <LinkButton to="/sign-up" size="large" look="onNight">
              {t.start}
            </LinkButton>
            <LinkButton to="/catalog" size="large" look="outlineOnNight">
              {t.seePrices}
            </LinkButton>
          </div>
        </div>
        <NetworkPicture />
      </div>
    </div>
  );
}

function Section({
  title,
  tinted = false,
  children,
}: {
  title: string;
  tinted?: boolean;
  children: React.ReactNode;
}) {
  return (
    <section className={tinted ? "bg-surface" : "bg-white"}>
      <div className="mx-auto max-w-7xl px-4 py-12 lg:px-8 lg:py-16">
        <h2 className="text-std-28B-150 mb-6">{title}</h2>
        {children}
      </div>
    </section>
  );
}
