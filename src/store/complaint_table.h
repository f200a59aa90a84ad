// complaint_table.h - complaints and votes in the data file: the SQL of them, on a connection and in a
// transaction of the caller's. Tested by tests/unit/store/complaint_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sqlite/database.h"
#include "store/complaint.h"

namespace signpost {

// However many write: so many open items of one section and reason, and comments of one item.
inline constexpr int64_t kMaxOpenComplaints = 10;
inline constexpr size_t kMaxComments = 5;

// Whether it is said by somebody who has not said it before.
enum class ComplaintReader { another, known };

// The number of the item: an open one of the same section, step and reason whose comment says nearly the same
// (half of the words of both together are in both), counted once more for another reader; else a new one.
// Where a section has kMaxOpenComplaints of a reason, the likest.
int64_t keep_complaint(SqliteDatabase& database, const ComplaintDraft& draft, uint32_t day,
                       ComplaintReader reader = ComplaintReader::another);

std::optional<Complaint> find_complaint(SqliteDatabase& database, int64_t number);

// Those in a state, or all, the one that most readers have first.
void each_complaint(SqliteDatabase& database, std::optional<ComplaintState> state,
                    const std::function<void(const Complaint&)>& use);
// The same without their comments, which cost a look-up each.
void each_complaint_head(SqliteDatabase& database, std::optional<ComplaintState> state,
                         const std::function<void(const Complaint&)>& use);

// Of those that have ended the newest ends first, and without their comments.
void each_ended_complaint(SqliteDatabase& database, int64_t most,
                          const std::function<void(const Complaint&)>& use);

// False where there is no such item, or it has ended already.
bool end_complaint(SqliteDatabase& database, int64_t number, const ComplaintEnd& end, uint32_t day);

// Calls `change` with each comment, and keeps what it changes where it returns true; how many items have one.
int64_t change_comments(SqliteDatabase& database, const std::function<bool(std::string&)>& change);

// Of one text of a section.
struct Votes {
  int64_t helpful = 0;
  int64_t unhelpful = 0;
  bool operator==(const Votes&) const = default;
};
void count_vote(SqliteDatabase& database, const SectionPlace& place, const std::string& section_sum,
                bool helpful);
// Those of this text alone: another text starts anew.
Votes votes_of(SqliteDatabase& database, const SectionPlace& place, const std::string& section_sum);

// What is voted on: a section as it read then.
struct VotedText {
  SectionPlace place;
  std::string section_sum;
};
std::vector<VotedText> voted_texts(SqliteDatabase& database);
void delete_votes(SqliteDatabase& database, const VotedText& text);

}  // namespace signpost
