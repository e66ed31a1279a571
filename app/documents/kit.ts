import type { ReactElement, ReactNode } from "react";

type Side = "Top" | "Right" | "Bottom" | "Left";

/** The styles the documents use; lengths in points. */
export type DocumentStyle = {
  [Property in `margin${Side}` | `padding${Side}` | `border${Side}Width`]?: number;
} & {
  [Property in `border${Side}Color`]?: string;
} & {
  alignItems?: "flex-start" | "flex-end" | "center" | "baseline";
  backgroundColor?: string;
  bottom?: number;
  color?: string;
  flexDirection?: "row" | "column";
  flexGrow?: number;
  flexShrink?: number;
  flexBasis?: number;
  fontFamily?: string;
  fontSize?: number;
  fontWeight?: 400 | 700;
  gap?: number;
  justifyContent?: "flex-start" | "flex-end" | "space-between";
  left?: number;
  letterSpacing?: number;
  lineHeight?: number;
  marginHorizontal?: number;
  marginVertical?: number;
  paddingHorizontal?: number;
  paddingVertical?: number;
  position?: "absolute" | "relative";
  right?: number;
  textAlign?: "left" | "right" | "center";
  width?: number | `${number}%`;
};

type BoxProps = {
  style?: DocumentStyle | DocumentStyle[];
  /** Repeated on every page. */
  fixed?: boolean;
  /** False keeps the element on one page. */
  wrap?: boolean;
  children?: ReactNode;
};

type TextProps = BoxProps & {
  render?: (page: { pageNumber: number; totalPages: number }) => string;
};

type DocumentProps = {
  title: string;
  author: string;
  language: string;
  creationDate: Date;
  modificationDate: Date;
  children: ReactNode;
};

/**
 * The primitives out of which a document is built. The gateway hands them in, so that what a document
 * looks like can be written here without a word of the library that draws it.
 */
export type Kit = {
  Document: Primitive<DocumentProps>;
  Page: Primitive<{ size: "A4"; style?: DocumentStyle; children?: ReactNode }>;
  View: Primitive<BoxProps>;
  Text: Primitive<TextProps>;
};

type Primitive<Props> = (props: Props) => ReactElement;
