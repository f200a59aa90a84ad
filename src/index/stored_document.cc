// stored_document.cc - the bytes of a document's stored parts, and the document out of them.
//
// A search reads a few bytes each of ten documents, a page all of one. So a document is kept in four parts:
//
//   meta  what every hit shows, a few hundred bytes, as they are: to unpack so little takes longer than all
//         else that is done with it. Id, language, kind, title, summary, category, date,
//         votes; then of each section anchor, heading, level, the section around it and the length of its
//         text. Where texts begin follows from the lengths: each is followed by one line end.
//   text  the sections' texts in one row, cut into blocks of 4 KB before compression, with the blocks' sizes
//         in front: a snippet unpacks one block or two, however long the article is. A level that unpacks
//         twice as fast makes them a third larger.
//   structure  what the texts are made of: see stored_structure.cc
//   body  everything else that a page shows, HTML and Markdown among it; filters by the table of fields, in
//         its order. Compressed as a whole.
//
// Numbers are varints, those that may be negative zigzag; strings are counted. There are no names and no
// versions within: the manifest's schema version stands for the order of all that is written here, and
// changes with it. A reader believes no number: lengths are held against what is there, a section lies in
// an earlier one, an enumeration and a filter have a known value, and a part is no larger than 64 MB.
#include "index/stored_document.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/compression.h"

namespace signpost {
namespace {

constexpr int kBodyLevel = 3;
constexpr int kTextLevel = -1;
// Bytes before compression. A snippet reads 600 bytes around its place, and unpacks the blocks that they lie
// in: with blocks of 4 KB a whole search took longer (BENCHMARKS), and an index was 4 % smaller.
constexpr size_t kTextBlock = 1024;
constexpr size_t kReadAtOnce = 4096;  // of a text; an `end` may be anything
// Of meta and of body before compression. A document's source has 2 MB at most, a worker's result 32.
constexpr size_t kMaxPart = size_t{64} << 20;

std::vector<std::string> read_strings(ByteReader& in) {
  std::vector<std::string> strings;
  for (uint64_t n = in.varint(); n > 0; --n) strings.emplace_back(in.string());
  return strings;
}

std::string checked_part(std::string bytes) {
  if (bytes.size() > kMaxPart)
    throw Error(ErrorKind::usage,
                "a page of " + std::to_string(bytes.size()) + " bytes is too large to be kept");
  return bytes;
}

template <typename Enum>
Enum read_enum(ByteReader& in, Enum last) {
  const uint64_t value = in.varint();
  if (value > static_cast<uint64_t>(last))
    throw Error(ErrorKind::corrupt, "a record of the index is damaged");
  return static_cast<Enum>(value);
}

std::vector<StoredSection> place_sections(const Document& document) {
  std::vector<StoredSection> out;
  std::vector<int> open;  // indices of the sections around the next one
  uint32_t at = 0;
  for (const Section& section : document.sections) {
    while (!open.empty() && out[static_cast<size_t>(open.back())].level >= section.level) open.pop_back();
    const auto size = static_cast<uint32_t>(section.text.size());
    out.push_back(
        {section.anchor, section.heading, section.level, open.empty() ? -1 : open.back(), at, at + size});
    at += size + 1;
    if (section.level > 0) open.push_back(static_cast<int>(out.size()) - 1);
  }
  return out;
}

}  // namespace

void write_fields(ByteWriter& out, const FieldValues& fields) {
  for (const std::vector<std::string>& values : fields.by_field) out.strings(values);
}

FieldValues read_fields(ByteReader& in) {
  FieldValues fields;
  for (const FieldRow& row : kFields) {
    for (std::string& value : fields[row.field] = read_strings(in)) {
      if (!is_value(row, value)) throw Error(ErrorKind::corrupt, "a record of the index is damaged");
    }
  }
  return fields;
}

template <typename Text>
std::vector<std::string> heading_path(const std::vector<SectionOf<Text>>& sections, size_t index) {
  std::vector<std::string> path;
  for (int i = static_cast<int>(index); i >= 0; i = sections[static_cast<size_t>(i)].parent) {
    const Text& heading = sections[static_cast<size_t>(i)].heading;
    if (!heading.empty()) path.emplace_back(heading);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

template std::vector<std::string> heading_path(const std::vector<SectionOf<std::string>>&, size_t);
template std::vector<std::string> heading_path(const std::vector<SectionOf<std::string_view>>&, size_t);

namespace {

// One number for both: 1 for solved, and two bits of how much is internal, 0 in an index for everybody.
uint64_t pack_marks(const Document& document) {
  return (document.solved ? 1U : 0U) | (static_cast<uint64_t>(document.internal) << 1U);
}

template <typename Marked>
void unpack_marks(uint64_t marks, Marked& out) {
  if (marks >> 1U > static_cast<uint64_t>(Internal::whole))
    throw Error(ErrorKind::corrupt, "a record of the index is damaged");
  out.solved = (marks & 1U) != 0;
  out.internal = static_cast<Internal>(marks >> 1U);
}

}  // namespace

std::string encode_meta(const Document& document) {
  ByteWriter out;
  out.string(document.id);
  out.string(document.lang);
  out.varint(static_cast<uint64_t>(document.kind));
  out.string(document.title);
  out.string(document.summary);
  out.string(document.fields.one(Field::category));
  out.string(document.updated);
  out.zigzag(document.votes);
  out.varint(document.posts.empty() ? 0 : document.posts.size() - 1);
  out.varint(pack_marks(document));
  const std::vector<StoredSection> sections = place_sections(document);
  out.varint(sections.size());
  for (const StoredSection& section : sections) {
    out.string(section.anchor);
    out.string(section.heading);
    out.varint(static_cast<uint64_t>(section.level));
    out.zigzag(section.parent);
    out.varint(section.text_end - section.text_begin);
  }
  return checked_part(out.take());
}

namespace {

template <typename Text>
void read_meta(std::string_view bytes, MetaOf<Text>& meta) {
  ByteReader in(bytes);
  meta.id = in.string();
  meta.lang = in.string();
  meta.kind = read_enum(in, Kind::community);
  meta.title = in.string();
  meta.summary = in.string();
  meta.category = in.string();
  meta.updated = in.string();
  meta.votes = static_cast<int>(in.zigzag());
  meta.answers = static_cast<int>(in.varint());
  unpack_marks(in.varint(), meta);
  constexpr size_t kLeastSection = 5;  // bytes: two sizes of strings and three numbers
  const uint64_t sections = in.count(kLeastSection);
  meta.sections.clear();
  meta.sections.reserve(sections);
  uint32_t at = 0;
  for (uint64_t n = sections; n > 0; --n) {
    SectionOf<Text>& section = meta.sections.emplace_back();
    section.anchor = in.string();
    section.heading = in.string();
    section.level = static_cast<int>(in.varint());
    section.parent = static_cast<int>(in.zigzag());
    const uint64_t size = in.varint();
    if (size > kMaxPart || at > kMaxPart)
      throw Error(ErrorKind::corrupt, "a section of the index is too long");
    section.text_begin = at;
    section.text_end = at + static_cast<uint32_t>(size);
    at = section.text_end + 1;
    if (section.parent >= static_cast<int>(meta.sections.size()) - 1) {
      throw Error(ErrorKind::corrupt, "a section of the index lies inside a later one");
    }
  }
}

}  // namespace

StoredMeta decode_meta(std::string_view bytes) {
  StoredMeta meta;
  read_meta(bytes, meta);
  return meta;
}

void view_meta(std::string_view bytes, MetaView& out) { read_meta(bytes, out); }

std::string encode_body(const Document& document) {
  ByteWriter out;
  for (const std::string* s :
       {&document.id, &document.lang, &document.source_path, &document.title, &document.summary,
        &document.updated, &document.review_by, &document.author, &document.html, &document.markdown}) {
    out.string(*s);
  }
  out.varint(static_cast<uint64_t>(document.kind));
  out.zigzag(document.weight);
  out.zigzag(document.votes);
  out.varint(pack_marks(document));
  write_fields(out, document.fields);
  out.strings(document.aliases);
  out.strings(document.names);
  out.varint(document.extra.size());
  for (const auto& [key, value] : document.extra) {
    out.string(key);
    out.string(value);
  }
  out.varint(document.posts.size());
  for (const Post& post : document.posts) {
    out.string(post.author);
    out.string(post.date);
    out.zigzag(post.votes);
    out.varint(post.accepted);
    out.string(post.anchor);
    out.string(post.html);
    for (const std::string* s : {&post.origin.url, &post.origin.author_url, &post.origin.license_url,
                                 &post.origin.license, &post.origin.closed}) {
      out.string(*s);
    }
  }
  out.varint(document.assets.size());
  for (const Asset& asset : document.assets) {
    out.string(asset.source_path);
    out.string(asset.url);
  }
  out.strings(document.owners);
  out.varint(document.section_lines.size());
  for (const int line : document.section_lines) out.varint(static_cast<uint64_t>(line));
  return zstd_compress(checked_part(out.take()), kBodyLevel);
}

Document decode_body(std::string_view bytes) {
  const std::string raw = zstd_decompress(bytes, kMaxPart);
  ByteReader in(raw);
  Document document;
  for (std::string* s :
       {&document.id, &document.lang, &document.source_path, &document.title, &document.summary,
        &document.updated, &document.review_by, &document.author, &document.html, &document.markdown}) {
    *s = in.string();
  }
  document.kind = read_enum(in, Kind::community);
  document.weight = static_cast<int>(in.zigzag());
  document.votes = static_cast<int>(in.zigzag());
  unpack_marks(in.varint(), document);
  document.fields = read_fields(in);
  document.aliases = read_strings(in);
  document.names = read_strings(in);
  for (uint64_t n = in.varint(); n > 0; --n) {
    std::string key(in.string());
    document.extra.emplace_back(std::move(key), in.string());
  }
  for (uint64_t n = in.varint(); n > 0; --n) {
    Post& post = document.posts.emplace_back();
    post.author = in.string();
    post.date = in.string();
    post.votes = static_cast<int>(in.zigzag());
    post.accepted = in.varint() != 0;
    post.anchor = in.string();
    post.html = in.string();
    for (std::string* s : {&post.origin.url, &post.origin.author_url, &post.origin.license_url,
                           &post.origin.license, &post.origin.closed}) {
      *s = in.string();
    }
  }
  for (uint64_t n = in.varint(); n > 0; --n) {
    Asset& asset = document.assets.emplace_back();
    asset.source_path = in.string();
    asset.url = in.string();
  }
  document.owners = read_strings(in);
  const uint64_t lines = in.count(1);
  document.section_lines.reserve(lines);
  for (uint64_t n = lines; n > 0; --n) document.section_lines.push_back(static_cast<int>(in.varint()));
  return document;
}

std::string encode_text(const Document& document) {
  std::string text;
  for (const Section& section : document.sections) {
    text += section.text;
    text += '\n';
  }
  ByteWriter sizes;
  ByteWriter blocks;
  for (size_t at = 0; at < text.size(); at += kTextBlock) {
    const std::string block = zstd_compress(std::string_view(text).substr(at, kTextBlock), kTextLevel);
    sizes.varint(block.size());
    blocks.raw(block);
  }
  ByteWriter out;
  out.string(sizes.take());
  out.raw(blocks.take());
  return out.take();
}

std::string decode_text(std::string_view encoded, uint32_t begin, uint32_t end) {
  ByteReader in(encoded);
  ByteReader sizes(in.string());
  thread_local std::string block;
  std::string text;
  text.reserve(std::min<size_t>(end - std::min(begin, end), kReadAtOnce));
  for (size_t at = 0; !sizes.done() && at < end; at += kTextBlock) {  // of the block in the joined text
    const std::string_view frame = in.raw(sizes.varint());
    if (at + kTextBlock <= begin) continue;
    zstd_decompress(frame, kTextBlock, block);
    const size_t from = begin > at ? begin - at : 0;
    if (from < block.size()) text.append(block, from, end - at - from);
  }
  return text;
}

Document restore_document(std::string_view meta, std::string_view text, std::string_view body) {
  Document document = decode_body(body);
  for (StoredSection& stored : decode_meta(meta).sections) {
    Section& section = document.sections.emplace_back();
    section.anchor = std::move(stored.anchor);
    section.heading = std::move(stored.heading);
    section.level = stored.level;
    section.text = decode_text(text, stored.text_begin, stored.text_end);
  }
  return document;
}

}  // namespace signpost
