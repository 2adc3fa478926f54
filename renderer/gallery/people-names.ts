// Owns the names of the scenarios of contacts.

export const PEOPLE_NAMES = ['contacts', 'contacts-odd', 'contacts-nobody', 'contacts-incoming'] as const

export type PeopleName = (typeof PEOPLE_NAMES)[number]
