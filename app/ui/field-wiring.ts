import { createContext, useContext } from "react";

/** What conform's field metadata and a plain object have in common: the control's id and its errors. */
export type FieldLike = { id: string; errors?: string[] };

/** Ids that a control inside a Field points at. */
export type FieldWiring = { id: string; describedBy?: string; invalid: boolean };

export const FieldWiringContext = createContext<FieldWiring | null>(null);

/** The ids of a field's support text and error: the same ones as conform's `descriptionId` and `errorId`. */
export function fieldIds(id: string) {
  return { support: `${id}-description`, error: `${id}-error` };
}

type Wired = {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: React.AriaAttributes["aria-invalid"];
};

/**
 * Completes a control's native props from the Field around it: id, `aria-describedby` and
 * `aria-invalid`. Outside a Field the props come back as they were.
 */
export function useFieldWiring<Props extends Wired>(props: Props): Props {
  const wiring = useContext(FieldWiringContext);
  if (!wiring) return props;
  return {
    ...props,
    id: props.id ?? wiring.id,
    "aria-describedby": wiring.describedBy ?? props["aria-describedby"],
    "aria-invalid": wiring.invalid || props["aria-invalid"] || undefined,
  };
}
