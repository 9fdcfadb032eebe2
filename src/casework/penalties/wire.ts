import type { Carrier } from '#platform/post'
import type { Scanner } from '#platform/virus-scan'
import type { Wiring } from '#platform/web'
import { moveCasePage } from './allocation/move-case.page.ts'
import { nextCasePage } from './allocation/next-case.page.ts'
import { shareOutPage } from './allocation/share-out.page.ts'
import { endAbsenceButton, noteAbsencePage, teamMemberPage, teamPage } from './allocation/team.page.ts'
import { concedeAppealPage, concludeAppealPage } from './appeal/conclude-appeal.page.ts'
import { courtDiaryPage } from './appeal/court-diary.page.ts'
import { closeDiaryEntryPage, noteInDiaryPage } from './appeal/keep-diary.page.ts'
import { answerCostsPage, recordCostsPage } from './appeal/record-costs.page.ts'
import { recordAppealPage } from './appeal/record-appeal.page.ts'
import { showAppealPage } from './appeal/show-appeal.page.ts'
import { proposeAssessmentPage } from './assessment/propose-assessment.page.ts'
import { recomputedPage, recomputeButton } from './assessment/recomputed.page.ts'
import { recomputing } from './assessment/recomputation.job.ts'
import { withdrawProposalPage } from './assessment/withdraw-proposal.page.ts'
import { pickButton, pickedPage, putBackButton } from './bulk/picked.page.ts'
import { approveBulkButton, checkAgainButton, dropBulkButton, runBulkButton, undoBulkButton } from './bulk/bulk-buttons.page.ts'
import { bulkWork } from './bulk/bulk-work.job.ts'
import { bulkProgress, bulkReport, listBulkPage, showBulkPage } from './bulk/show-bulk.page.ts'
import { bankEntriesPage } from './bank-import/bank-entries.page.ts'
import { bankEntryPage, reopenBankEntryPage } from './bank-import/bank-entry.page.ts'
import { bankFilePage } from './bank-import/bank-file.page.ts'
import { bankFilesPage } from './bank-import/bank-files.page.ts'
import { sendBackPages } from './bank-import/send-back.page.ts'
import { suspensePage } from './bank-import/suspense.page.ts'
import { bundlePdf, draftBundlePdf } from './bundle/bundle-files.page.ts'
import { makeBundlePage } from './bundle/make-bundle.page.ts'
import { showBundlePage } from './bundle/show-bundle.page.ts'
import { closeCaseButton, takeCase } from './case/case-buttons.page.ts'
import { considerCorrectionPage } from './case/consider-correction.page.ts'
import { endPriorityPage, putFirstPage } from './case/priority.page.ts'
import { countCasesPage } from './case/count-cases.page.ts'
import { exportCases } from './case/export-cases.page.ts'
import { listCasesPage } from './case/list-cases.page.ts'
import { referCasePage } from './case/refer-case.page.ts'
import { reopenCasePage } from './case/reopen-case.page.ts'
import { sayWhyPage } from './case/say-why.page.ts'
import { showCasePage } from './case/show-case.page.ts'
import { judgeActionsPage } from './compliance/judge-actions.page.ts'
import { judgeSecurityPage } from './compliance/judge-security.page.ts'
import { decideNoneAsBarredButton } from './decision/decide-none-as-barred.page.ts'
import { decidePenaltyPage } from './decision/decide-penalty.page.ts'
import { lookOverCases, showExceptionsPage } from './exception/show-exceptions.page.ts'
import { detainVehiclePages, holdAsSecurityPage } from './detention/detain-vehicle.page.ts'
import { expensesPaidPage, recordExpensePage, tellOfDetentionPage } from './detention/keep-detention.page.ts'
import { payOutPage, shareProceedsPage } from './detention/proceeds.page.ts'
import { releaseVehiclePage } from './detention/release-vehicle.page.ts'
import { leaveToSellPage, saleNoticePage, vehicleSoldPage } from './detention/sell-vehicle.page.ts'
import { caseDetentionsPage, detentionsPage, showDetentionPage } from './detention/show-detention.page.ts'
import { debtReportFile, debtReportPage } from './debt-report/debt-report.page.ts'
import { enforcementPage, enforcementStepPages } from './enforcement/enforcement.page.ts'
import { endInstalmentsPage, instalmentsPage, missedLetterPage } from './instalment/instalments.page.ts'
import { standardsPage } from './standard/standards.page.ts'
import { showConsistencyPage } from './consistency/show-consistency.page.ts'
import { showDaysPage } from './deadline/show-days.page.ts'
import { bringImportsFeed } from './import/bring-imports.feed.ts'
import { importLines, importPage, importsPage } from './import/import.page.ts'
import { judgeSizePage } from './means/judge-size.page.ts'
import { askAfterEveryMinutes } from './letter-limits.ts'
import { draftPdfPage, issueNoticePage } from './notice/issue-notice.page.ts'
import { letterPages } from './notice/read-letter.page.ts'
import { agreeDecisionTimePage } from './objection/agree-decision-time.page.ts'
import { determineObjectionPage } from './objection/determine-objection.page.ts'
import { judgeLateObjectionPage } from './objection/judge-late-objection.page.ts'
import { receiveObjectionPage } from './objection/receive-objection.page.ts'
import { showOutcomesPage } from './outcomes/show-outcomes.page.ts'
import { answerProposalPage, endOutagePage, outagesPage } from './outage/outages.page.ts'
import { publicOutageNotice, publicOutagesPage } from './outage/public-outages.page.ts'
import { watchPublicDoor } from './outage/watch-public-door.job.ts'
import { ownersPage, withdrawOwnershipPage } from './ownership/owners.page.ts'
import { casePartiesPage, likelyPartiesPage } from './party/case-parties.page.ts'
import { comparePartiesPage, undoJudgementPage } from './party/compare-parties.page.ts'
import { euroRatePage } from './pay-link/euro-rate.page.ts'
import { cardDeskFeed, type Rhythm } from './pay-link/card-desk.feed.ts'
import { cardsPage } from './pay-link/cards.page.ts'
import type { GovPay } from './pay-link/gov-pay.feed.ts'
import { payByCardPages } from './pay-link/pay-by-card.page.ts'
import { payLinkPages } from './pay-link/pay-link.page.ts'
import { payMessages } from './pay-link/pay-messages.feed.ts'
import { paymentAccountPage } from './payment/payment-account.page.ts'
import { recordPaymentPage } from './payment/record-payment.page.ts'
import { approveRefundPage, refundPaymentPage } from './payment/refund-payment.page.ts'
import { showJournalPage, showLedgerPage } from './payment/show-ledger.page.ts'
import { moneyOfPenaltyPage, showMoneyPage } from './payment/show-money.page.ts'
import { allocateHeldPage, returnPaymentPage, showPaymentPage } from './payment/show-payment.page.ts'
import { showPenaltyPage } from './penalty/show-penalty.page.ts'
import { addPersonPage } from './person/add-person.page.ts'
import { correctPersonPage } from './person/correct-person.page.ts'
import { queuePage, queuesPage } from './queue-board/queues.page.ts'
import { holdRecoveryPage, liftHoldPage } from './recovery/hold-recovery.page.ts'
import { linkCasesPage, unlinkCasesPage } from './case-link/link-cases.page.ts'
import { addEvidencePage, takePhotographsButton } from './evidence/add-evidence.page.ts'
import { coverPicturePage } from './evidence/cover-picture.page.ts'
import { compareEvidencePage } from './evidence/compare-evidence.page.ts'
import { originalFile, redactedFile } from './evidence/evidence-file.page.ts'
import { redactEvidencePage, setDisclosurePage, transcribeEvidencePage, withdrawEvidencePage } from './evidence/evidence-item.page.ts'
import { showEvidencePage } from './evidence/show-evidence.page.ts'
import { showToPersonsPage } from './evidence/show-to-persons.page.ts'
import { evidenceScans } from './evidence/scan-evidence.job.ts'
import { showFilePage } from './file/show-file.page.ts'
import { lookAtFlagPage, raiseFlagPage } from './flag/raise-flag.page.ts'
import { judgeAnswerPage, receiveAnswersPage } from './information-request/receive-answers.page.ts'
import { closeRequestPage, giveMoreTimePage, remindButton } from './information-request/request-item.page.ts'
import { requestInformationPage } from './information-request/request-information.page.ts'
import { requestLetterPage, requestLetterPdf } from './information-request/request-letter.page.ts'
import { showRequestPage } from './information-request/show-request.page.ts'
import { answerQuestionPage } from './own-case/answer-question.page.ts'
import { chooseLanguageButton, enterCodePage } from './own-case/enter-code.page.ts'
import { ownCasePage } from './own-case/own-case.page.ts'
import { answersReceiptPage, sendAnswersPage } from './own-case/send-answers.page.ts'
import { sendPapersPage } from './own-case/send-papers.page.ts'
import { commentOnEvidencePage, shownEvidenceFile, shownEvidencePage } from './own-case/shown-evidence.page.ts'
import { endCodePage, giveCodePage } from './person-link/give-code.page.ts'
import { strikeNotePage, writeNotePage } from './note/write-note.page.ts'
import { appointRepresentativePage, endRepresentationPage } from './representative/appoint-representative.page.ts'
import { duplicateCasePage, noActionPage, wrongPartyPage } from './triage/triage-case.page.ts'
import { bringImports, countCases, importBankFiles, judgeDuplicates, recordOutages, seeCases, seeDebtReport, seeExceptions, seeLedger, seeOutcomes, seePublicOutages, seeQueues, seeSisterLists, seeSuspense, seeTeam, seeTemplates, seeWriteOffs, sendLetters, takeNextCase, useOwnCase } from './rights.ts'
import { answerWriteOffPage, reverseWriteOffPage, writeOffPage, writeOffsPage } from './write-off/write-off.page.ts'
import { listSistersPage } from './sister/list-sisters.page.ts'
import { proposeSistersPage } from './sister/propose-sisters.page.ts'
import { answerSistersPage, showSistersPage } from './sister/show-sisters.page.ts'
import { openCaseToAllPage, restrictCasePage } from './restriction/restrict-case.page.ts'
import { searchPage } from './search/search.page.ts'
import { keepWork } from './work/keep-work.job.ts'
import { dropListButton, keepListButton, savedListsPage } from './work/saved-lists.page.ts'
import { batchFiles } from './print-room/batch-files.page.ts'
import { batchPages } from './print-room/print-batch.page.ts'
import { printRoomPage } from './print-room/print-room.page.ts'
import { returnActPages } from './returned-mail/follow-return.page.ts'
import { newReturnsPage, recordReturnsPage } from './returned-mail/record-returns.page.ts'
import { returnedMailPage } from './returned-mail/returned-mail.page.ts'
import { sendManyAgainPage } from './returned-mail/send-many-again.page.ts'
import { showReturnPage } from './returned-mail/show-return.page.ts'
import { dispatchActPages } from './service/dispatch-acts.page.ts'
import { letterQueuePage } from './service/letter-queue.page.ts'
import { showDispatchPage } from './service/show-dispatch.page.ts'
import { carrierReports } from './service/carrier-reports.feed.ts'
import { postRoomFeed } from './service/post-room.feed.ts'
import { answerTemplatePage, putTemplateForwardPage } from './template/approve-template.page.ts'
import { listTemplatesPage } from './template/list-templates.page.ts'
import { showTemplatePage } from './template/show-template.page.ts'
import { showWordsPage } from './template/show-words.page.ts'

/** The post room, with the carriers that the site’s settings name. */
export function letterPost(carriers: readonly Carrier[], askAfterMinutes: number = askAfterEveryMinutes): Wiring {
  return { feeds: [postRoomFeed(carriers, askAfterMinutes)] }
}

/** What carriers report of letters, at the public door. */
export function letterReports(token: string): Wiring {
  return { feeds: [carrierReports(token)] }
}

/** At the public door: when a way to us was shut, above every page while one is, and what sees that the door itself was. */
export const publicOutages: Wiring = {
  nav: [{ href: '/outages', en: 'Interruptions', fr: 'Interruptions', right: seePublicOutages }],
  pages: [publicOutagesPage],
  feeds: [watchPublicDoor],
  notice: publicOutageNotice,
}

/** Links to pay by card, whose addresses begin with that of the public door, and the desk that asks the card service; undefined where none is set up. */
export function cardPayments(service: { readonly publicUrl: string; readonly pay: GovPay; readonly rhythm?: Rhythm } | undefined): Wiring {
  return { pages: [...payLinkPages(service?.publicUrl), euroRatePage], feeds: service === undefined ? [] : [cardDeskFeed(service.pay, service.rhythm)] }
}

/** For whoever was given such a link, and for what the card service tells: both at the public door. */
export function payByCard(pay: GovPay, publicUrl: string): Wiring {
  return { pages: payByCardPages(pay, publicUrl), feeds: [payMessages(pay.signingSecret)] }
}

/** Every file that anybody supplies is looked at by this scanner. */
export function virusScans(scanner: Scanner): Wiring {
  return { feeds: [evidenceScans(scanner)] }
}

/** At the public door: what a person of a case, or whoever speaks for them, does with the code they were given. */
export const ownCase: Wiring = {
  nav: [{ href: '/answer', en: 'Answer our letter', fr: 'Répondre à notre lettre', right: useOwnCase }],
  pages: [enterCodePage, chooseLanguageButton, ownCasePage, answerQuestionPage, sendPapersPage, sendAnswersPage, answersReceiptPage, shownEvidencePage, commentOnEvidencePage, shownEvidenceFile],
}

const filePages: NonNullable<Wiring['pages']> = [
  showFilePage, raiseFlagPage, lookAtFlagPage,
  addEvidencePage, takePhotographsButton, compareEvidencePage, showEvidencePage, originalFile, redactedFile, coverPicturePage, redactEvidencePage, transcribeEvidencePage, setDisclosurePage, showToPersonsPage, withdrawEvidencePage,
  appointRepresentativePage, endRepresentationPage, giveCodePage, endCodePage,
  requestInformationPage, showRequestPage, requestLetterPage, requestLetterPdf, receiveAnswersPage, judgeAnswerPage, giveMoreTimePage, closeRequestPage, remindButton,
  writeNotePage, strikeNotePage, linkCasesPage, unlinkCasesPage,
  duplicateCasePage, noActionPage, wrongPartyPage, restrictCasePage, openCaseToAllPage,
]

const detentionPages: NonNullable<Wiring['pages']> = [
  detentionsPage, caseDetentionsPage, ...detainVehiclePages, showDetentionPage, holdAsSecurityPage, tellOfDetentionPage, recordExpensePage, expensesPaidPage,
  releaseVehiclePage, saleNoticePage, leaveToSellPage, vehicleSoldPage, shareProceedsPage, payOutPage,
]

const recordPages: NonNullable<Wiring['pages']> = [
  searchPage, casePartiesPage, likelyPartiesPage, comparePartiesPage, undoJudgementPage, ownersPage, withdrawOwnershipPage,
  showConsistencyPage, importsPage, importPage, importLines, showDaysPage, outagesPage, endOutagePage, answerProposalPage, recomputedPage, recomputeButton,
]

/** Casework runs at the centre only. */
export const penalties: Wiring = {
  nav: [
    { href: '/cases', en: 'Cases', fr: 'Dossiers', right: seeCases },
    { href: '/cases/search', en: 'Search', fr: 'Recherche', right: seeCases },
    { href: '/casework/next', en: 'Next case', fr: 'Dossier suivant', right: takeNextCase },
    { href: '/casework/queues', en: 'Queues', fr: 'Files d’attente', right: seeQueues },
    { href: '/casework/standards', en: 'What we got done', fr: 'Travail accompli', right: seeQueues },
    { href: '/casework/team', en: 'Who has what', fr: 'Répartition', right: seeTeam },
    { href: '/appeals', en: 'Court diary', fr: 'Calendrier du tribunal', right: seeCases },
    { href: '/cases/counts', en: 'Numbers of cases', fr: 'Nombre de dossiers', right: countCases },
    { href: '/cases/outcomes', en: 'What challenges came to', fr: 'Suites des contestations', right: seeOutcomes },
    { href: '/sister-notices', en: 'Sister notices', fr: 'Avis liés', right: seeSisterLists },
    { href: '/cases/consistency', en: 'Same facts, same amounts', fr: 'Mêmes faits, mêmes montants', right: seeOutcomes },
    { href: '/cases/exceptions', en: 'Lists to be empty', fr: 'Listes à vider', right: seeExceptions },
    { href: '/letters', en: 'Letters', fr: 'Lettres', right: seeCases },
    { href: '/letters/print', en: 'Letters to print', fr: 'Lettres à imprimer', right: sendLetters },
    { href: '/returned-mail', en: 'Returned mail', fr: 'Courrier retourné', right: seeCases },
    { href: '/letters/templates', en: 'Letter templates', fr: 'Modèles de lettres', right: seeTemplates },
    { href: '/parties', en: 'Possible duplicates', fr: 'Doublons possibles', right: judgeDuplicates },
    { href: '/cases/imports', en: 'Old cases', fr: 'Anciens dossiers', right: bringImports },
    { href: '/cases/outages', en: 'Outages', fr: 'Interruptions', right: recordOutages },
    { href: '/detentions', en: 'Vehicles held', fr: 'Véhicules retenus', right: seeCases },
    { href: '/ledger', en: 'Ledger', fr: 'Grand livre', right: seeLedger },
    { href: '/ledger/bank-files', en: 'Bank statements', fr: 'Relevés bancaires', right: importBankFiles },
    { href: '/ledger/cards', en: 'Cards', fr: 'Cartes', right: seeLedger },
    { href: '/ledger/suspense', en: 'In suspense', fr: 'En attente', right: seeSuspense },
    { href: '/ledger/write-offs', en: 'Written off', fr: 'Abandons', right: seeWriteOffs },
    { href: '/ledger/recovery', en: 'Recovery', fr: 'Recouvrement', right: seeDebtReport },
  ],
  pages: [
    listCasesPage, exportCases, countCasesPage, showExceptionsPage, showOutcomesPage, referCasePage, showCasePage, sayWhyPage, takeCase, closeCaseButton, reopenCasePage, putFirstPage, endPriorityPage, considerCorrectionPage,
    addPersonPage, correctPersonPage, judgeActionsPage, judgeSecurityPage, judgeSizePage, proposeAssessmentPage, withdrawProposalPage, decidePenaltyPage, decideNoneAsBarredButton, showPenaltyPage,
    receiveObjectionPage, judgeLateObjectionPage, agreeDecisionTimePage, determineObjectionPage,
    recordAppealPage, showAppealPage, courtDiaryPage, noteInDiaryPage, closeDiaryEntryPage, concludeAppealPage, concedeAppealPage, recordCostsPage, answerCostsPage,
    makeBundlePage, draftBundlePdf, showBundlePage, bundlePdf,
    listSistersPage, proposeSistersPage, showSistersPage, answerSistersPage,
    issueNoticePage, draftPdfPage, ...letterPages,
    letterQueuePage, printRoomPage, ...batchPages, batchFiles, showDispatchPage, ...dispatchActPages, returnedMailPage, newReturnsPage, recordReturnsPage, sendManyAgainPage, showReturnPage, ...returnActPages,
    listTemplatesPage, showTemplatePage, putTemplateForwardPage, answerTemplatePage, showWordsPage,
    showMoneyPage, moneyOfPenaltyPage, recordPaymentPage, showPaymentPage, allocateHeldPage, returnPaymentPage, refundPaymentPage, approveRefundPage,
    holdRecoveryPage, liftHoldPage, instalmentsPage, missedLetterPage, endInstalmentsPage,
    queuesPage, queuePage, standardsPage, lookOverCases, keepListButton, dropListButton, savedListsPage,
    teamPage, shareOutPage, teamMemberPage, noteAbsencePage, endAbsenceButton, nextCasePage, moveCasePage,
    pickButton, putBackButton, pickedPage, listBulkPage, showBulkPage, bulkProgress, bulkReport, approveBulkButton, checkAgainButton, runBulkButton, undoBulkButton, dropBulkButton,
    showLedgerPage, showJournalPage, paymentAccountPage, cardsPage, suspensePage,
    enforcementPage, ...enforcementStepPages,
    writeOffPage, answerWriteOffPage, reverseWriteOffPage, writeOffsPage,
    debtReportPage, debtReportFile, bankFilesPage, bankFilePage, bankEntriesPage, bankEntryPage, reopenBankEntryPage, ...sendBackPages,
    ...filePages, ...recordPages, ...detentionPages,
  ],
  feeds: [keepWork, bulkWork, bringImportsFeed, recomputing],
}
