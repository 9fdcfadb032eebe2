import { begunOn, dataProtectionFrom, firstDayHeld } from '../eras.ts'
import type { Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'

const section62 = { url: 'https://www.legislation.gov.uk/ukpga/2018/12/section/62', standing: 'read' } as const

/** Part 3 governs the investigation of crime; casework is civil, and is logged the same all the same. */
export const whatIsLogged: Provision<readonly Requirement[]> = {
  ...section62,
  cite: 'Data Protection Act 2018 s.62(1)',
  says: say('What has to be logged of every use of an automated system.', 'Ce qui doit être journalisé de tout usage d’un système automatisé.'),
  forms: begunOn(dataProtectionFrom, 'Data Protection Act 2018', [
    { id: 'collection', words: say('what was taken in', 'ce qui a été recueilli') },
    { id: 'alteration', words: say('what was changed', 'ce qui a été modifié') },
    { id: 'consultation', words: say('who looked, on which day and at what time', 'qui a consulté, quel jour et à quelle heure') },
    { id: 'disclosure', words: say('who told whom, on which day and at what time, transfers included', 'qui a communiqué à qui, quel jour et à quelle heure, transferts compris') },
    { id: 'combination', words: say('what was put together', 'ce qui a été rapproché') },
    { id: 'erasure', words: say('what was taken away', 'ce qui a été effacé') },
  ]),
}

/** The words about a reason are taken out by section 82 of an Act of 2025 whose beginning was not read (point C13). */
export const reasonIsLogged: Provision<{ kept: true }> = {
  ...section62,
  cite: 'Data Protection Act 2018 s.62(2)-(3), justification',
  says: say('The reason for each look and each disclosure is recorded; here it still is, whether or not the words are in force.', 'Le motif de chaque consultation et communication est consigné ; il l’est toujours ici, que le texte soit en vigueur ou non.'),
  forms: begunOn(dataProtectionFrom, 'Data Protection Act 2018; Data (Use and Access) Act 2025 s.82', { kept: true }),
}

export const usesOfLogs: Provision<readonly Requirement[]> = {
  ...section62,
  cite: 'Data Protection Act 2018 s.62(4)-(5)',
  says: say('Logs are used for these alone, and are given to the Information Commissioner on request.', 'Les journaux ne servent qu’à ceci, et sont remis au commissaire à l’information sur demande.'),
  forms: begunOn(dataProtectionFrom, 'Data Protection Act 2018', [
    { id: 'lawfulness', words: say('to check that a use was lawful', 'vérifier la légalité d’un usage') },
    { id: 'self-monitoring', words: say('to watch over ourselves, discipline included', 'notre propre contrôle, discipline comprise') },
    { id: 'integrity', words: say('to keep data whole and safe', 'l’intégrité et la sécurité des données') },
    { id: 'proceedings', words: say('for criminal proceedings', 'une procédure pénale') },
  ]),
}

const treatedAsInForce = 'treated as in force for every decision made here'

/** Civil casework falls under the parallel articles of the UK GDPR, which were not read. */
export const solelyAutomatedDecisions: Provision<readonly Requirement[]> = {
  cite: 'Data Protection Act 2018 ss.50A-50D',
  url: 'https://www.legislation.gov.uk/ukpga/2025/18/section/80',
  standing: 'read',
  says: say('A decision with a significant adverse effect and no meaningful human part in it needs these safeguards, and on sensitive data is barred.', 'Une décision défavorable importante sans réelle intervention humaine exige ces garanties, et est exclue sur des données sensibles.'),
  forms: [{
    from: firstDayHeld,
    madeBy: `Data (Use and Access) Act 2025 s.80, ${treatedAsInForce}`,
    rule: [
      { id: 'information', words: say('the person is told of it', 'la personne en est informée') },
      { id: 'representations', words: say('the person may answer', 'la personne peut répondre') },
      { id: 'intervention', words: say('a human can be asked to look', 'l’intervention d’une personne peut être demandée') },
      { id: 'contest', words: say('the person may contest it', 'la personne peut la contester') },
    ],
  }],
}

export const automatedDecisionsInCasework: Provision<{ likePart3: true }> = {
  cite: 'UK GDPR Arts 22A-22D',
  url: 'https://www.legislation.gov.uk/ukpga/2025/18/section/80',
  standing: 'unconfirmed',
  says: say('For civil casework the same safeguards are taken to be asked for.', 'Pour l’instruction civile, les mêmes garanties sont tenues pour exigées.'),
  forms: [{ from: firstDayHeld, madeBy: treatedAsInForce, rule: { likePart3: true } }],
}

/** No penalty, detention or stop issues from the engine alone. */
export const decidedByAPerson: Provision<readonly Requirement<'named-officer' | 'reasons' | 'inputs-shown'>[]> = {
  cite: 'Data Protection Act 2018 ss.50A-50D, as kept here',
  url: 'https://www.legislation.gov.uk/ukpga/2025/18/section/80',
  standing: 'derived',
  says: say('No penalty, detention or stop comes from a computation alone: each of these is there.', 'Aucune sanction, retenue ou interception ne vient d’un calcul seul : chacun de ces éléments est là.'),
  forms: [{
    from: firstDayHeld,
    madeBy: 'our own rule, within the law above',
    rule: [
      { id: 'named-officer', words: say('an officer decides, by name', 'un agent décide, nommément') },
      { id: 'reasons', words: say('with reasons of their own', 'avec ses propres motifs') },
      { id: 'inputs-shown', words: say('having been shown what the figure rests on', 'après avoir vu sur quoi repose le montant') },
    ],
  }],
}
