import { Form } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Notices, PendingNotice } from "#app/usecases/contracts/notices.ts";
import { NoticeFacts } from "../portal/notice-facts.tsx";
import { noticeTitle } from "../portal/notice-words.ts";

/** A pending notice: the customer's, whose withdrawal is answered, or the operator's own. */
export function PendingNoticeSection({
  notice,
  clickId,
}: {
  notice: PendingNotice;
  clickId: string;
}) {
  const t = useMessages().contract.notices;
  const locale = useLocale();
  const { noticeId, option, by, askedOn } = notice;
  const isOwn = by === "operator";
  return (
    <section aria-labelledby={`notice-${noticeId}`} className="flex flex-col gap-4">
      <h2 id={`notice-${noticeId}`}>{noticeTitle(notice, t, locale)}</h2>
      <NoticeFacts notice={notice} />
      {!isOwn && askedOn ? (
        <Notice kind="warning" title={t.staff.askedByCustomer(formatDay(askedOn))}>
          {option ? t.optionEffect : t.effect}
        </Notice>
      ) : null}
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="clickId" value={clickId} />
        <input type="hidden" name="noticeId" value={noticeId} />
        <input type="hidden" name="optionId" value={option?.optionId ?? ""} />
        {!isOwn && askedOn ? (
          <>
            <Button name="intent" value="agreeToWithdrawal">
              {t.staff.agree}
            </Button>
            <Button name="intent" value="refuseWithdrawal" look="secondary">
              {t.staff.refuse}
            </Button>
          </>
        ) : null}
        {isOwn && !askedOn ? (
          <Button name="intent" value="offerWithdrawal" look="secondary">
            {t.staff.offer}
          </Button>
        ) : null}
      </Form>
    </section>
  );
}

/** The operator's notice on its way: its delivery or its return is recorded, or it is called off. */
export function SentNoticeSection({
  notice,
  today,
  clickId,
  error,
}: {
  notice: Notices["sent"][number];
  today: string;
  clickId: string;
  error: string | undefined;
}) {
  const t = useMessages().contract.notices;
  const { id, sentOn, bounced } = notice;
  return (
    <section aria-labelledby={`notice-${id}`} className="flex flex-col gap-4">
      <h2 id={`notice-${id}`}>{t.staff.sentTitle(formatDay(sentOn))}</h2>
      <Notice
        kind={bounced ? "warning" : "info"}
        title={bounced ? t.staff.bounced : t.staff.underWay}
      />
      <Form method="post" noValidate className="flex flex-col items-start gap-4">
        <input type="hidden" name="clickId" value={clickId} />
        <input type="hidden" name="noticeId" value={id} />
        <Field
          field={{ id: "deliveredOn", errors: error ? [error] : undefined }}
          label={t.staff.deliveredOn}
          support={t.staff.deliveredSupport}
        >
          <TextInput type="date" name="deliveredOn" size={12} defaultValue={today} />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="noticeDelivered">
            {t.staff.delivered}
          </Button>
          {bounced ? null : (
            <Button name="intent" value="noticeBounced" look="secondary">
              {t.staff.bounce}
            </Button>
          )}
          <Button name="intent" value="offerWithdrawal" look="secondary">
            {t.staff.takeBack}
          </Button>
        </div>
      </Form>
    </section>
  );
}
