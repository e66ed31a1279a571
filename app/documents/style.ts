import type { DocumentStyle } from "./kit.ts";

/** Name under which the gateway registers the Japanese font. */
export const FONT_FAMILY = "Noto Sans JP";

const INK = "#1a1a1a";
const MUTED = "#595959";
const ACCENT = "#0017c1";
const LINE = "#d9d9d9";
const PALE = "#f2f4fb";

/** The styles that all documents share; lengths in points, A4 is 595 wide. */
export const style = {
  page: {
    color: INK,
    fontFamily: FONT_FAMILY,
    fontSize: 9,
    paddingBottom: 56,
    paddingHorizontal: 48,
    paddingTop: 40,
  },
  // A line height on the page makes the renderer lose the footer, and one without a font size beside it
  // is taken of the renderer's default size.
  body: { fontSize: 9, lineHeight: 1.5 },
  title: { color: ACCENT, fontSize: 22, fontWeight: 700, lineHeight: 1.3 },
  spacedOut: { letterSpacing: 4 },
  head: {
    alignItems: "flex-end",
    borderBottomColor: ACCENT,
    borderBottomWidth: 2,
    flexDirection: "row",
    justifyContent: "space-between",
    marginBottom: 20,
    paddingBottom: 8,
  },
  row: { flexDirection: "row" },
  parties: { flexDirection: "row", gap: 32, justifyContent: "space-between", marginBottom: 20 },
  recipient: { flexBasis: 0, flexGrow: 1 },
  recipientName: { fontSize: 13, fontWeight: 700, lineHeight: 1.4 },
  recipientPart: { fontSize: 11, lineHeight: 1.4 },
  address: { marginTop: 4 },
  issuer: { width: 200 },
  issuerName: { fontSize: 11, fontWeight: 700, marginBottom: 2 },
  muted: { color: MUTED },
  labels: {
    borderBottomColor: MUTED,
    borderBottomWidth: 1,
    borderLeftColor: MUTED,
    borderLeftWidth: 1,
    borderRightColor: MUTED,
    borderRightWidth: 1,
    borderTopColor: MUTED,
    borderTopWidth: 1,
    gap: 12,
    marginTop: 4,
    paddingHorizontal: 24,
    paddingVertical: 20,
  },
  label: { gap: 2 },
  lead: { marginBottom: 8, marginTop: 12 },
  amountBox: {
    alignItems: "flex-end",
    backgroundColor: PALE,
    borderLeftColor: ACCENT,
    borderLeftWidth: 4,
    flexDirection: "row",
    justifyContent: "space-between",
    marginBottom: 20,
    paddingHorizontal: 16,
    paddingVertical: 10,
  },
  amount: { fontSize: 20, fontWeight: 700, lineHeight: 1.3 },
  amountAside: { alignItems: "flex-end" },
  strongLarge: { fontSize: 12, fontWeight: 700 },
  tableHead: {
    backgroundColor: PALE,
    borderBottomColor: ACCENT,
    borderBottomWidth: 1,
    flexDirection: "row",
    fontWeight: 700,
    paddingHorizontal: 6,
    paddingVertical: 5,
  },
  tableRow: {
    borderBottomColor: LINE,
    borderBottomWidth: 0.75,
    flexDirection: "row",
    paddingHorizontal: 6,
    paddingVertical: 6,
  },
  factLabel: { color: MUTED, width: 86 },
  legend: { color: MUTED, fontSize: 8, marginTop: 4 },
  blockTitle: { fontWeight: 700, marginBottom: 4, marginTop: 5 },
  notes: { color: MUTED, fontSize: 8, marginTop: 18 },
  footer: {
    bottom: 28,
    color: MUTED,
    flexDirection: "row",
    fontSize: 8,
    justifyContent: "space-between",
    left: 48,
    position: "absolute",
    right: 48,
  },
} satisfies Record<string, DocumentStyle>;
