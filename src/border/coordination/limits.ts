/** Lines of a vehicle's history on a card: what is read before walking to the cab. */
export const cardHistoryLength = 6

/** How far back a lane's vehicles are on its board: a lane that was closed for longer is empty, and every draw asks for two or three weeks and not for a year's. */
export const laneShownDays = 14

/** A search or a find at any port is told on the face of a card for a day: longer ago, it is history. */
export const examinedLatelyHours = 24

/** Lines of a vehicle's history on its own page. */
export const vehicleHistoryLength = 100

/** How far back a plate is searched: the tier of general access (legal.md 7.4). */
export const generalAccessDays = 90

/** Hits of each port on the board of the three: what fits beside the others. */
export const hitsPerPort = 4

/** Crossings of each port on the board of the three. */
export const crossingsPerPort = 5

/** The longest reason or reference an officer may type. */
export const reasonLengthMax = 200

/** Hits on the page that lists them: a busy night at one port. */
export const hitsListed = 100

/** Hits nobody has answered, above the three ports. When there are more, somebody has to be called, not shown. */
export const escalatedOnBoard = 12

/** Crossings of one plate that are held against each other for journeys nobody can drive: more than a vehicle makes in an hour. */
export const crossingsCompared = 20

/** As far back as anybody can be allowed to look: what retention leaves. */
export const historyDaysMax = 365

/** Requests on the page that lists them. */
export const requestsListed = 100

/** Known characters that a search by part of a plate needs: fewer would list whole nights of innocent traffic. */
export const searchedCharactersMin = 3

/** Sightings on one page of a search: what an officer reads before narrowing it down. */
export const sightingsOnPage = 50

/** Sightings in one file: a wider search is a wish to hold the traffic, and not to find a vehicle. */
export const exportedSightingsMax = 5_000

/** Looks on the timeline of a crossing, the newest: the audit has all of them. */
export const looksOnTimeline = 20

/** Cuts and alarms that are over, on the page of links: a bad week of them. */
export const pastLinkEvents = 50

/** Finds that make a vehicle one that is met again. */
export const victimFindsLeast = 2

/** How far back finds are counted together: two years show a route, and older ones say little about where it is driven now. */
export const victimsSinceDays = 730

/** Vehicles on the list of repeat victims; more than one person can speak to in a month. */
export const victimsListed = 100
