import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import {
  readPublishedTerms,
  readTermsVersion,
  type TermsVersionWithText,
} from "#db/queries/terms-versions.ts";
import type { TermsArticle } from "#db/schema/terms.ts";
import { termsOfService } from "#machines/terms-version/affected.ts";
import { versionName } from "./adopt-terms.ts";
import {
  readArticle,
  typedArticle,
  type ArticleFaults,
  type TypedArticle,
} from "./article-text.ts";
import { readDocuments } from "./documents.ts";
import { sendToVersion, textAlongside, type VersionTarget } from "./send-to-version.ts";

/** What is wrong with the form of a new draft, by field. */
export type DraftFaults = Partial<Record<"document" | "label", "missing" | "malformed" | "taken">>;

/** Letters, figures, dots and hyphens: a label stands in addresses and in mails. */
const isLabel = (text: string) => /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/.test(text);

/** What a menu's first specification begins with; staff replace it before it is announced. */
const firstSection: readonly TermsArticle[] = [
  {
    ...{ number: 1, titleJa: "提供内容", titleEn: "What is provided" },
    paragraphs: [{ number: 1, ja: "（下書き）", en: "(draft)" }],
  },
];

const staff = { role: "portal_staff" } as const;

async function latestText(document: string): Promise<readonly TermsArticle[]> {
  return currentPortal().database.transaction(staff, async (tx) => {
    const [latest] = await readPublishedTerms(tx, document);
    const found = latest && (await readTermsVersion(tx, latest.version));
    return found?.articles ?? firstSection;
  });
}

/**
 * Opens a draft of a new version that begins with the latest text of its document (A3.1).
 *
 * @param typed the document's name and the label of the version, as they came with the form
 * @throws Problem `notAllowed` for other roles
 */
export async function draftVersion(
  principal: Principal,
  clickId: string,
  typed: { document: string; label: string },
): Promise<{ outcome: "drafted"; version: string } | { outcome: "faults"; faults: DraftFaults }> {
  asStaff(principal, "operations");
  const label = typed.label.trim();
  const version = versionName(typed.document, label);
  const { documents, known } = await currentPortal().database.transaction(staff, async (tx) => ({
    documents: await readDocuments(tx),
    known: await readTermsVersion(tx, version),
  }));
  const faults: DraftFaults = {};
  if (!documents.some(({ document }) => document === typed.document)) faults.document = "missing";
  if (label === "") faults.label = "missing";
  else if (!isLabel(label)) faults.label = "malformed";
  else if (known && !faults.document) faults.label = "taken";
  if (Object.keys(faults).length > 0) return { outcome: "faults", faults };
  const { document } = typed;
  const { textHash, alongside } = textAlongside(principal, await latestText(document));
  const event = { type: "draft", version, document, label, textHash };
  await sendToVersion(principal, { version, clickId }, event, alongside);
  return { outcome: "drafted", version };
}

/** A version with its text that staff may still change. Throws Problem `notFound` or `conflict`. */
async function readDraft(version: string): Promise<TermsVersionWithText> {
  const row = await currentPortal().database.transaction(staff, (tx) =>
    readTermsVersion(tx, version),
  );
  if (!row) throw new Problem("notFound", `no version ${version}`);
  if (row.status !== "draft") throw new Problem("conflict", `${version} is no draft`);
  return row;
}

/** An article of a draft as its form shows it. */
export interface DraftArticle {
  number: number;
  article: TypedArticle;
  /** Of the text that it was read from. */
  textHash: string;
  isTerms: boolean;
}

/**
 * One article of a draft, or the section that can be added to a specification, for its form.
 *
 * @throws Problem `notFound`, `conflict` for a version that is no draft, `notAllowed` for other roles
 */
export async function readDraftArticle(
  principal: Principal,
  version: string,
  number: number,
): Promise<DraftArticle> {
  asStaff(principal, "operations");
  const { articles, document, textHash } = await readDraft(version);
  const found = articles.find((article) => article.number === number);
  const isTerms = document === termsOfService;
  if (!found && (isTerms || number !== articles.length + 1)) {
    throw new Problem("notFound", `no article ${number}`);
  }
  const empty = { titleJa: "", titleEn: "", bodyJa: "", bodyEn: "" };
  return { number, article: found ? typedArticle(found) : empty, textHash, isTerms };
}

async function revise(
  principal: Principal,
  target: VersionTarget,
  articles: readonly TermsArticle[],
): Promise<void> {
  const { textHash, alongside } = textAlongside(principal, articles);
  await sendToVersion(principal, target, { type: "revise", textHash }, alongside);
}

/**
 * Saves one article of a draft; a section with the next number is added to a specification.
 *
 * @param seenHash the hash of the text that the form was made from
 * @throws Problem `notFound`, or `conflict` where the draft was announced, withdrawn or changed by
 *   somebody else meanwhile
 */
export async function saveArticle(
  principal: Principal,
  target: VersionTarget & { number: number; seenHash: string },
  typed: TypedArticle,
): Promise<{ outcome: "saved" } | { outcome: "faults"; faults: ArticleFaults }> {
  asStaff(principal, "operations");
  const { articles, document, textHash } = await readDraft(target.version);
  if (textHash !== target.seenHash) throw new Problem("conflict", "the draft has changed");
  const isKnown = articles.some(({ number }) => number === target.number);
  const isNext = document !== termsOfService && target.number === articles.length + 1;
  if (!isKnown && !isNext) throw new Problem("notFound", `no article ${target.number}`);
  const read = readArticle(target.number, typed);
  if ("faults" in read) return { outcome: "faults", faults: read.faults };
  const others = articles.filter(({ number }) => number !== target.number);
  const all = [...others, read.article].toSorted((one, other) => one.number - other.number);
  await revise(principal, target, all);
  return { outcome: "saved" };
}
