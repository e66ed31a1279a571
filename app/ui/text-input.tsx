import type { ComponentProps } from "react";

import { classNames } from "./class-names.ts";
import { useFieldWiring } from "./field-wiring.ts";

export const controlClass =
  "min-h-12 max-w-full rounded-8 border border-solid-gray-600 bg-white px-3 py-2 hover:border-black aria-invalid:border-2 aria-invalid:border-error-2";

/**
 * A native one-line input inside a Field. Give `size` (characters) where the width tells what is
 * asked for, otherwise it takes the whole line.
 */
export function TextInput({ className, size, ...native }: ComponentProps<"input">) {
  const wired = useFieldWiring(native);
  return (
    <input
      type="text"
      size={size}
      {...wired}
      className={classNames(controlClass, size === undefined ? "w-full" : "self-start", className)}
    />
  );
}
