// answer_signals.h - what speaks for a stretch of text as the answer to a question, as plain numbers:
// confidence.h makes a probability of them. Tested by tests/unit/answer/answer_signals_test.cc.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "answer/question_shape.h"
#include "answer/stretches.h"
#include "search/candidates.h"

namespace signpost {

// Shares of what the question says, 0..1, where nothing else is said.
struct AnswerSignals {
  float found = 0;         // in the stretch
  float found_titled = 0;  // of it what the title or a heading around it has too
  float found_rare = 0;    // in the stretch, each word by the share of the section's pieces that it has alone
  float best_sentence = 0;    // in the piece that has most
  float second_sentence = 0;  // in the piece that has second most; 0 where there is one piece
  float exact = 0;            // in the stretch, letter by letter
  float first_word = 0;       // of the question's first word that is no function word: how well it is there
  float titled = 0;           // in the title or a heading, and not in the stretch or right beside it
  float elsewhere = 0;        // elsewhere in the section
  float missing = 0;          // nowhere in the section
  float missing_number = 0;   // of it numbers
  float missing_name = 0;     // and words that the question has capitalised
  float unknown = 0;          // in no document
  float pairs = 0;            // neighbours of the question that are near each other in a piece
  float best_offers = 0;      // 1: a number, ... is asked for, and the best piece has one
  float offered = 0;          // such things: 1 for five and more
  float offered_near = 0;     // the nearest of them to a word of the question, 1: right at it
  float no_number = 0;        // 1: a number is asked for, and there is none
  float no_time = 0;
  float no_name = 0;
  float no_reason = 0;
  float first_hit = 0;      // 1: of the document that was found first
  float score_share = 0;    // the document's score beside the first one's
  float lead = 0;           // of the first one: how much less the next one scores, 0..1
  float beyond_others = 0;  // found here more than in any other document
  float behind_best = 0;    // found here less than in the best stretch
  float length = 0;         // beside the longest passage
  float new_words = 0;      // that the question hasn't, of four Latin letters and more: 1 for forty
  float at_start = 0;       // 1: it begins the section
  float whole = 0;          // 1: it is the whole section
  float words = 0;          // of the question: 1 for twenty and more
  float content = 0;        // of these no function words: 1 for eight and more
  // How its promise stands among all that can be quoted; standing.h says.
  float ahead = 0;               // of the best that doesn't overlap with it
  float ahead_of_documents = 0;  // of the best in another document
  float ahead_in_document = 0;   // of the best in its own document that doesn't overlap with it
  float share = 0;               // of the promise of all: its own
  float share_around = 0;        // with what overlaps with it
};

struct Considered {
  const CandidateSection* section = nullptr;
  Stretch stretch;
  AnswerSignals signals;
  float promise = 0;  // for who chooses among them
  float confidence = 0;
};

// Everything that can be quoted of the sections, with its signals. `allowed`: the candidates that may be
// quoted; views into them are kept. `question`: as it was typed.
std::vector<Considered> consider(const Candidates& candidates,
                                 const std::vector<const CandidateSection*>& allowed,
                                 std::string_view question, Asks asked);

}  // namespace signpost
