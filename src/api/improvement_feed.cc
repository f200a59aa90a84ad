// improvement_feed.cc - see improvement_feed.h.
#include "api/improvement_feed.h"

#include "api/addresses.h"
#include "api/atom_feed.h"
#include "api/improvement_list.h"
#include "base/dates.h"
#include "base/escape.h"

namespace signpost {
namespace {

std::string with_number(std::string text, int64_t number) {
  const size_t at = text.find("{n}");
  if (at != std::string::npos) text.replace(at, 3, std::to_string(number));
  return text;
}

std::string readers_phrase(const OperationContext& context, int64_t readers) {
  return with_number(
      interface_text(context, readers == 1 ? "improvements_readers_one" : "improvements_readers_other"),
      readers);
}

// "It is hard to follow (step 3)", as on the page.
std::string reason_phrase(const OperationContext& context, const Complaint& complaint) {
  const std::string reason =
      interface_text(context, "feedback_reason_" + std::string(name_of(complaint.reason)));
  if (complaint.step == 0) return reason;
  return reason + " (" + with_number(interface_text(context, "changed_step"), complaint.step) + ")";
}

std::string time_of_end(const Complaint& complaint) {
  return format_time(static_cast<int64_t>(complaint.end_day) * kSecondsOfDay);
}

AtomEntry atom_entry(const OperationContext& context, const ComplaintEntry& entry) {
  const Complaint& complaint = entry.complaint;
  const std::string state =
      interface_text(context, "improvements_state_" + std::string(name_of(complaint.state())));
  const std::string why = complaint.end->why.empty() ? "" : ": " + complaint.end->why;
  const std::string url = entry.url.empty() ? improvements_path(context.lang) : entry.url;
  return {.name = context.site().base_url + "\nimprovement\n" + std::to_string(complaint.number),
          .lang = context.lang,
          .title = entry.title + (entry.heading.empty() ? "" : " › " + entry.heading) + ": " +
                   reason_phrase(context, complaint),
          .time = time_of_end(complaint),
          .url = absolute_url(context.site(), url),
          .html = "<p>" + html_escaped(readers_phrase(context, complaint.count)) + "</p><p>" +
                  html_escaped(state + why) + "</p>"};
}

Answer answer_improvement_feed(const OperationContext& context, const Parameters&) {
  if (!tells_improvements(context)) return nothing_there();
  Answer answer;
  answer.media_type = "application/atom+xml; charset=utf-8";
  answer.text = improvement_feed(context);
  return answer;
}

}  // namespace

std::string improvement_feed(const OperationContext& context) {
  const std::vector<ComplaintEntry> entries = improvement_list(context, 1, kMostFeedEntries).entries;
  AtomFeed feed = feed_of_site(context, "improvements", improvement_feed_path(context.lang),
                               improvements_path(context.lang));
  if (!entries.empty()) feed.updated = time_of_end(entries.front().complaint);
  feed.entries.reserve(entries.size());
  for (const ComplaintEntry& entry : entries) feed.entries.push_back(atom_entry(context, entry));
  return atom_xml(feed);
}

Operation improvement_feed_operation() {
  return {.door = {.name = "improvement_feed",
                   .path = "/{lang}/improvements.atom",
                   .method = Method::get,
                   .effect = Effect::uses_store,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs,
                   .language = LanguageFrom::path,
                   .tag = Tag::strong},
          .parameters = {},
          .answer = answer_improvement_feed};
}

}  // namespace signpost
