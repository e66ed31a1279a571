import type { ComponentProps } from "react";
import { Link } from "react-router";

import { classNames } from "./class-names.ts";

const looks = {
  primary:
    "border-key-900 bg-key-900 text-white hover:border-key-1000 hover:bg-key-1000 active:bg-key-1200",
  secondary:
    "border-key-900 bg-white text-key-900 hover:bg-key-50 hover:text-key-1000 active:bg-key-100",
  danger:
    "border-error-2 bg-error-2 text-white hover:border-red-1000 hover:bg-red-1000 active:bg-red-1200",
  onNight:
    "border-white bg-white text-key-1000 hover:bg-key-100 hover:text-key-1000 active:bg-key-200",
  outlineOnNight:
    "border-white bg-transparent text-white hover:bg-white hover:text-key-1000 active:bg-key-100",
  plain:
    "border-transparent bg-transparent text-key-900 underline underline-offset-4 hover:bg-key-50 hover:decoration-[3px]",
};

const sizes = {
  large: "min-h-14 min-w-34 px-6 py-3 text-oln-16B-100",
  medium: "min-h-12 min-w-24 px-4 py-2 text-oln-16B-100",
  small: "min-h-11 px-3 py-1.5 text-oln-14B-100",
};

/**
 * `primary` for the one main step of a page, `danger` for what cannot be undone; the two `Night` looks are
 * for the dark ground of the first page.
 */
export type ButtonLook = { look?: keyof typeof looks; size?: keyof typeof sizes };

function buttonClass({ look = "primary", size = "medium" }: ButtonLook): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-8 border text-center leading-130 no-underline print:hidden",
    looks[look],
    sizes[size],
  );
}

/**
 * A native button. It submits its form unless `type="button"` is given; it is never disabled
 * (say what is missing after the submit instead).
 *
 * @example
 * <Button name="intent" value="send">{t.frame.buttons.send}</Button>
 */
export function Button({
  look,
  size,
  className,
  ...native
}: ComponentProps<"button"> & ButtonLook) {
  return (
    <button
      type="submit"
      {...native}
      className={classNames(buttonClass({ look, size }), className)}
    />
  );
}

/** A link that looks like a button: for going somewhere, never for changing anything. */
export function LinkButton({
  look,
  size,
  className,
  ...link
}: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...link} className={classNames(buttonClass({ look, size }), className)} />;
}
