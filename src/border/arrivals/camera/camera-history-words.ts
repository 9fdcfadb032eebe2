/** What people decided about a camera, in the officer's words. */
const happenings: Readonly<Record<string, readonly [string, string]>> = {
  'camera-registered': ['Put on the register', 'Mise au registre'],
  'camera-placed': ['Place corrected', 'Emplacement corrigé'],
  'camera-mapped': ['Its mapping changed', 'Correspondance modifiée'],
  'camera-linked': ['Its line changed', 'Liaison modifiée'],
  'camera-key-changed': ['New key', 'Nouvelle clé'],
  'camera-password-set': ['User and password set', 'Utilisateur et mot de passe définis'],
  'camera-clock-set': ['Clock correction set', 'Correction d’horloge définie'],
  'camera-retired': ['Retired', 'Retirée'],
}

export function cameraHappened(type: string, say: (en: string, fr: string) => string): string {
  return say(...(happenings[type] ?? [type, type]))
}
