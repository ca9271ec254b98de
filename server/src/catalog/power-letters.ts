/** What a managed policy may do; conditions and resources are looked at only where it is said. */
export interface ManagedPolicyPowers {
  /** Allows sts:AssumeRole. */
  readonly assumesRoles: boolean;
  /** Allows iam:PassRole. */
  readonly passesRoles: boolean;
  /** Allows an action of `identityAdministration`, if only on some resource or under some condition. */
  readonly administersIam: boolean;
  /** Allows one on every role, user, group or policy, and under no condition. */
  readonly administersIamFreely: boolean;
  /** Allows every action on every resource, under no condition. */
  readonly allowsEverything: boolean;
  /** Has a Deny statement. */
  readonly holdsDeny: boolean;
}

/** One letter for each power, as the generated table writes them. */
const LETTERS: Readonly<Record<keyof ManagedPolicyPowers, string>> = {
  assumesRoles: 'a',
  passesRoles: 'p',
  administersIam: 'i',
  administersIamFreely: 'f',
  allowsEverything: 'e',
  holdsDeny: 'd',
};

/** The powers as letters, in a fixed order; an empty text for none. */
export function writePowerLetters(powers: ManagedPolicyPowers): string {
  const letter = (power: keyof ManagedPolicyPowers) => (powers[power] ? LETTERS[power] : '');
  return [
    letter('assumesRoles'),
    letter('passesRoles'),
    letter('administersIam'),
    letter('administersIamFreely'),
    letter('allowsEverything'),
    letter('holdsDeny'),
  ].join('');
}

/** The powers that the letters stand for. */
export function readPowerLetters(letters: string): ManagedPolicyPowers {
  const has = (power: keyof ManagedPolicyPowers) => letters.includes(LETTERS[power]);
  return {
    assumesRoles: has('assumesRoles'),
    passesRoles: has('passesRoles'),
    administersIam: has('administersIam'),
    administersIamFreely: has('administersIamFreely'),
    allowsEverything: has('allowsEverything'),
    holdsDeny: has('holdsDeny'),
  };
}
