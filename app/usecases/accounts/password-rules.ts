/**
 * Passwords of eight characters and more that lists of leaked passwords begin with, in lower case.
 * What is only a longer or decorated form of one is found by `plain`.
 */
const common = new Set(
  `12345678 123456789 1234567890 87654321 987654321 0987654321 11111111 00000000 88888888 66666666
  12341234 11223344 12344321 123123123 123321123 147258369 159753456 789456123 741852963 password
  passw0rd passwort passwords password1 password12 password123 password1234 mypassword
  newpassword changeme letmein1 welcome1 welcome123 iloveyou iloveyou1 qwertyui qwertyuiop
  qwerty12 qwerty123 qwerty1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx qazwsxedc qweasdzxc
  qwer1234 asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcd1234 abc12345 abcdefgh abcdefg1
  a1b2c3d4 aa123456 a1234567 a12345678 sunshine princess football baseball basketball
  superman batman123 michael1 jennifer jessica1 charlie1 trustno1 starwars computer internet
  whatever blink182 liverpool chocolate butterfly michelle danielle victoria samantha
  elizabeth benjamin alexander midnight mustang1 corvette dolphins snowball cheese12
  administrator admin123 admin1234 adminadmin rootroot root1234 test1234 testtest
  guest123 user1234 login123 secret12 secret123 default1 temp1234 temporary master12 server01
  company1 business windows1 linux123 samsung1 google12 facebook pokemon1 doraemon
  sakura12 sakura123 nippon12 tokyo2020 tokyo123 yamada12 takahashi watanabe kobayashi yoshida1
  japan123 arigatou konnichiwa himitsu1 dragon12 monkey12 shadow12 master123 hello123 hello1234
  helloworld football1 baseball1 freedom1 michael123 ashley12 nicole12 daniel12 summer2024
  summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026`.split(
    /\s+/,
  ),
);

/** Letters and figures only, with the usual replacements taken back. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("@", "a")
    .replaceAll("$", "s")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether a text only goes up, down or stays, or repeats a piece of up to four characters. */
function isMonotonous(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  for (const step of [-1, 0, 1]) {
    if (codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step))
      return true;
  }
  return [1, 2, 3, 4].some((length) => {
    const piece = text.slice(0, length);
    return piece.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text;
  });
}

export type PasswordFault = "tooShort" | "tooLong" | "common" | "personal";

/** Fewest and most characters of a password. */
export const passwordLength = { least: 8, most: 128 };

/**
 * What speaks against a password, or null. It must have 8 to 128 characters of any kind, stand on no
 * list of common ones (nor do so without its decoration), and not be made of `personal` words:
 * the person's name, address, company.
 */
export function passwordFault(
  password: string,
  personal: readonly string[] = [],
): PasswordFault | null {
  const length = [...password].length;
  if (length < passwordLength.least) return "tooShort";
  if (length > passwordLength.most) return "tooLong";
  const bare = plain(password);
  const trunk = bare.replace(/^\p{N}+|\p{N}+$/gu, "");
  if (common.has(bare) || common.has(trunk) || isMonotonous(bare)) return "common";
  if (trunk.length > 0 && bare.length - trunk.length <= 4 && common.has(`${trunk}1`))
    return "common";
  const own = personal
    .flatMap((words) => [words, ...words.split(/[\s@]+/), ...words.split(/[\s@.]+/)])
    .map(plain);
  if (own.some((word) => word.length >= 4 && (bare === word || trunk === word))) return "personal";
  return null;
}
