import type { Refusals } from '#platform/decisions'

/** What is refused at the public door, and around the codes that open it. */
export const ownRefusals: Refusals = {
  'no-such-person-link': { en: 'No letter of ours carries this code, or it has ended. Check each character, or write to the address on the letter.', fr: 'Aucune de nos lettres ne porte ce code, ou il n’est plus valable. Vérifiez chaque caractère, ou écrivez à l’adresse de la lettre.', at: 'code' },
  'person-link-ended-already': { en: 'This code has ended.', fr: 'Ce code n’est plus valable.' },
  'not-an-amount': { en: 'Write an amount in pounds, such as 4500, or leave it empty.', fr: 'Indiquez un montant en livres, par exemple 4500, ou laissez vide.', at: 'shows' },
  'no-authority-to-answer': { en: 'We hold no authority for anybody to answer for this person.', fr: 'Nous n’avons aucun mandat permettant de répondre pour cette personne.', at: 'as' },
  'too-many-papers': { en: 'You have sent as many files as we can take here. Put several papers into one PDF, or send the rest by post.', fr: 'Vous avez envoyé autant de fichiers que possible ici. Réunissez-en plusieurs en un PDF, ou envoyez le reste par la poste.', at: 'file' },
  'too-many-comments': { en: 'You have said as much about this as can be said here. Write us a letter.', fr: 'Vous ne pouvez pas ajouter d’observation ici. Écrivez-nous une lettre.', at: 'says' },
  'picture-unreadable': { en: 'This picture cannot be read, or is larger than 50 megapixels. Redact it elsewhere and add the twin as a file.', fr: 'Cette image est illisible ou dépasse 50 mégapixels. Expurgez-la ailleurs et ajoutez la version expurgée comme fichier.', at: 'areas' },
  'twin-is-due': { en: 'Nothing of it may leave yet. Redact it first, or say that it may leave as it is.', fr: 'Rien ne peut encore en sortir. Expurgez-la d’abord, ou autorisez sa sortie telle quelle.', at: 'to' },
}
