/** Characters that must not begin a line (行頭禁則文字). */
const NOT_FIRST =
  "、。，．・：；？！!?,.:;)]}%％‰℃°）〕］｝〉》」』】〙〗〟’”»ー々〻ヽヾゝゞ゛゜…‥〜～–ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ円";

/** Characters that must not end a line (行末禁則文字). */
const NOT_LAST = "([{（〔［｛〈《「『【〘〖〝‘“«¥￥〒№";

/** A run of Latin letters and digits longer than this, such as an address, may break anywhere. */
const LONGEST_LATIN_RUN = 28;

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * The pieces of `word`, a text without spaces, between which a line may break. Japanese breaks between
 * any two characters except before and after the forbidden ones (禁則処理); Latin words and numbers stay
 * whole. The pieces joined give `word` again.
 */
export function lineBreakPieces(word: string): string[] {
  const pieces: string[] = [];
  let previous = "";
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1);
    if (last !== undefined && staysTogether(previous, segment, last)) {
      pieces[pieces.length - 1] = last + segment;
    } else {
      pieces.push(segment);
    }
    previous = segment;
  }
  return pieces;
}

function staysTogether(before: string, after: string, piece: string): boolean {
  if (NOT_FIRST.includes(after) || NOT_LAST.includes(before)) return true;
  return isLatin(before) && isLatin(after) && piece.length < LONGEST_LATIN_RUN;
}

function isLatin(character: string): boolean {
  return /^[\u0021-\u02ff\u0370-\u04ff]/.test(character);
}

/**
 * The same pieces in the form that the PDF renderer asks of a hyphenation callback. An empty piece
 * stands between any two: the renderer takes it for a space of no width and breaks there without
 * the hyphen that it would print between two adjoining pieces.
 */
export function unhyphenated(word: string | null): string[] {
  return lineBreakPieces(word ?? "").flatMap((piece, index) =>
    index === 0 ? [piece] : ["", piece],
  );
}
