import { Button, LinkButton } from "#app/ui/button.tsx";

/** The end of a form that leads to a review: on to it, or back without. */
export function ReviewButtons({
  review,
  back,
}: {
  review: string;
  back: { to: string; label: string };
}) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button name="intent" value="review" size="large">
        {review}
      </Button>
      <LinkButton to={back.to} look="secondary" size="large">
        {back.label}
      </LinkButton>
    </div>
  );
}
