import type { CSSProperties } from "react";

const FONT =
  "'Noto Sans JP', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Yu Gothic', Meiryo, Arial, sans-serif";

/** Inline styles of the mails: mail programs drop style sheets, so every element carries its own. */
export const style = {
  page: { backgroundColor: "#f2f2f2", fontFamily: FONT, margin: 0, padding: "24px 8px" },
  card: {
    backgroundColor: "#ffffff",
    borderTop: "4px solid #0017c1",
    margin: "0 auto",
    maxWidth: "600px",
    padding: "32px 24px",
  },
  sender: { color: "#666666", fontSize: "14px", lineHeight: "1.5", margin: "0 0 24px" },
  heading: {
    color: "#1a1a1a",
    fontSize: "22px",
    fontWeight: 700,
    lineHeight: "1.4",
    margin: "0 0 24px",
  },
  text: { color: "#1a1a1a", fontSize: "16px", lineHeight: "1.7", margin: "0 0 16px" },
  facts: { borderCollapse: "collapse", margin: "8px 0 24px", width: "100%" },
  label: {
    borderBottom: "1px solid #d9d9d9",
    color: "#595959",
    fontSize: "14px",
    fontWeight: 400,
    lineHeight: "1.5",
    padding: "10px 16px 10px 0",
    textAlign: "left",
    verticalAlign: "baseline",
    width: "38%",
  },
  value: {
    borderBottom: "1px solid #d9d9d9",
    color: "#1a1a1a",
    fontSize: "16px",
    fontWeight: 700,
    lineHeight: "1.5",
    padding: "10px 0",
    verticalAlign: "baseline",
    wordBreak: "break-word",
  },
  warning: {
    backgroundColor: "#fdf4e7",
    borderLeft: "4px solid #b25000",
    color: "#1a1a1a",
    fontSize: "16px",
    lineHeight: "1.7",
    margin: "0 0 24px",
    padding: "12px 16px",
  },
  button: {
    backgroundColor: "#0017c1",
    borderRadius: "8px",
    color: "#ffffff",
    display: "inline-block",
    fontSize: "16px",
    fontWeight: 700,
    lineHeight: "1.5",
    padding: "14px 24px",
    textDecoration: "none",
  },
  small: { color: "#595959", fontSize: "14px", lineHeight: "1.6", margin: "0 0 8px" },
  address: { color: "#0017c1", wordBreak: "break-all" },
  rule: { borderColor: "#d9d9d9", margin: "24px 0" },
} satisfies Record<string, CSSProperties>;
