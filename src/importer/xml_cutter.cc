// xml_cutter.cc - the lexical rules of XML 1.0 (https://www.w3.org/TR/xml/) that tell where a tag ends.
// Tested by tests/unit/importer/xml_cutter_test.cc.
#include "importer/xml_cutter.h"

#include <algorithm>
#include <utility>

namespace signpost {
namespace {

// Text without a tag is passed on in pieces of this size, since each call of the parser costs the same.
constexpr size_t kTextBytes = 16 * 1024;

constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCdata = "<![CDATA[";

}  // namespace

std::string XmlCutter::add(std::string_view piece) {
  const size_t tags_before = tags_;
  pending_ += piece;
  while (error_.empty() && done_ < pending_.size()) {
    const State before = state_;
    const size_t next = step(done_);
    if (next == done_ && state_ == before) break;  // the next piece says what this is
    done_ = next;
  }
  const size_t unfinished_bytes = unfinished() ? pending_.size() - markup_ : 0;
  if (unfinished_bytes > kMaxRowBytes) fail("a row is over 4 MB long");
  const size_t ready = unfinished() ? markup_ : pending_.size();
  if (tags_ == tags_before && ready < kTextBytes) return {};
  std::string out = pending_.substr(ready);
  pending_.resize(ready);
  std::swap(out, pending_);
  done_ -= ready;
  markup_ = 0;
  return out;
}

size_t XmlCutter::step(size_t at) {
  switch (state_) {
    case State::text:
      markup_ = std::min(pending_.find('<', at), pending_.size());
      if (markup_ == pending_.size()) return markup_;
      state_ = State::open;
      return markup_ + 1;
    case State::open:
      return begin_markup(at);
    case State::tag:
      return in_tag(at);
    case State::quoted:
      return in_quotes(at);
    case State::instruction:
      return until("?>", at);
    case State::comment:
      return until("-->", at);
    case State::cdata:
      return until("]]>", at);
  }
  return at;
}

size_t XmlCutter::begin_markup(size_t at) {
  const std::string_view begun = std::string_view(pending_).substr(markup_);
  if (begun[1] == '?') {
    state_ = State::instruction;
  } else if (begun.starts_with(kComment)) {
    state_ = State::comment;
  } else if (begun.starts_with(kCdata)) {
    state_ = State::cdata;
  } else if (kComment.starts_with(begun) || kCdata.starts_with(begun)) {
    return at;
  } else if (begun[1] == '!') {
    return fail("a document type is not allowed here");
  } else {
    state_ = State::tag;
    attributes_ = 0;
    return at;
  }
  return markup_ + (state_ == State::comment ? kComment.size() : state_ == State::cdata ? kCdata.size() : 2);
}

size_t XmlCutter::in_tag(size_t at) {
  const size_t end = pending_.find_first_of("\"'<>", at);
  if (end == std::string::npos) return pending_.size();
  if (pending_[end] == '<') return fail("an unescaped '<' within a tag");
  if (pending_[end] == '>') {
    ++tags_;
    state_ = State::text;
  } else {
    if (++attributes_ > kMaxRowAttributes) return fail("a row has over 64 attributes");
    quote_ = pending_[end];
    state_ = State::quoted;
  }
  return end + 1;
}

size_t XmlCutter::in_quotes(size_t at) {
  const size_t quote = pending_.find(quote_, at);
  const size_t length = std::min(quote, pending_.size()) - at;
  if (std::string_view(pending_).substr(at, length).find('<') != std::string_view::npos)
    return fail("an unescaped '<' within a tag");
  if (quote == std::string::npos) return pending_.size();
  state_ = State::tag;
  return quote + 1;
}

// The end may come in two pieces.
size_t XmlCutter::until(std::string_view end, size_t at) {
  const size_t found = pending_.find(end, at);
  if (found == std::string::npos)
    return std::max(at, pending_.size() - std::min(pending_.size(), end.size() - 1));
  state_ = State::text;
  return found + end.size();
}

size_t XmlCutter::fail(const char* error) {
  error_ = error;
  return pending_.size();
}

}  // namespace signpost
