import type { InspectionMail } from "#machines/option/mail-facts.ts";
import { stated, type PropsOf } from "./contract-facts.ts";
import type { OptionMailParams, Surroundings } from "./facts.ts";

const headOf = ({ facts }: OptionMailParams, { appUrl, contractNumber }: Surroundings) => {
  const { optionId, nameJa, nameEn } = facts.option;
  const { completedOn } = stated(facts.inspection);
  const url = `${appUrl}/portal/inspections/${optionId}`;
  return { url, contractNumber, option: { nameJa, nameEn }, completedDay: completedOn };
};

const lastDayOf = ({ facts }: OptionMailParams) => stated(facts.inspection).lastDay;

/** Mails by which an option of the kind work asks for its inspection and confirms it (A11). */
export const inspectionMails = {
  "work-reported": (params, around) => ({
    ...headOf(params, around),
    reportedDay: params.day,
    lastDay: lastDayOf(params),
  }),
  "inspection-reminder": (params, around) => ({
    ...headOf(params, around),
    lastDay: lastDayOf(params),
  }),
  "inspection-overdue": (params, around) => ({
    ...headOf(params, around),
    lastDay: lastDayOf(params),
  }),
  "work-objected": (params, around) => ({ ...headOf(params, around), objectedDay: params.day }),
  "work-accepted": (params, around) => ({ ...headOf(params, around), acceptedDay: params.day }),
} satisfies {
  [Template in InspectionMail]: (
    params: OptionMailParams,
    around: Surroundings,
  ) => PropsOf<Template>;
};
