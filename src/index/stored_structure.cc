// stored_structure.cc - the bytes of what a document's texts are made of.
//
// Values of the fields, in the order of their table; posts: author, date, votes, whether accepted, and the
// section that each begins with. Then of each section the number of its blocks, and each block:
//
//   a byte     its kind in five bits; in three how many blocks further out than the one before it stands: 0
//   in
//              that, 1 beside it, and so on; 7 says that a number follows, which is to be added
//   an item of a numbered list: how much its number differs from the one that is next
//   a text or a part of one: twice its length, one more where it doesn't begin where it usually does (one
//   byte
//              behind the text before, a cell three behind the cell before): then a number says how far
//              behind
//
// What has other blocks in it begins and ends with them, so nothing is kept of that. Most blocks take three
// bytes. Numbers are varints, those that may be negative zigzag, as in stored_document.cc.
#include "index/stored_structure.h"

#include <algorithm>

#include "base/bytes.h"

namespace signpost {
namespace {

constexpr uint32_t kKindBits = 5;
constexpr uint32_t kMostSteps = 7;  // out, in the three bits beside a kind
constexpr size_t kPartDepth = 3;    // a row in its containers, a cell, a picture
static_assert(static_cast<uint32_t>(kLastBlockKind) < 1u << kKindBits);

[[noreturn]] void wrong_structure() {
  throw Error(ErrorKind::corrupt, "a structure of the index is damaged");
}

// Where writer and reader stand among the blocks of a section: both go by it, so they can't disagree.
class Course {
 public:
  explicit Course(const std::vector<TextBlock>& blocks) : blocks_(blocks) {}

  size_t depth() const { return open_.size(); }
  int32_t innermost() const { return open_.empty() ? -1 : open_.back().block; }
  void step_out(size_t steps) { open_.resize(open_.size() - steps); }

  int32_t next_number() const { return open_.back().number; }
  void item(int32_t number) { open_.back().number = number + 1; }

  // Where text or a part of one can begin at the earliest, and how much later it usually does.
  uint32_t earliest(BlockKind kind) const {
    if (is_text(kind)) return text_end_;
    const Open& around = open_.back();
    return around.has_part ? around.part_end : blocks_[static_cast<size_t>(around.block)].begin;
  }
  uint32_t usual_gap(BlockKind kind) const {
    if (is_text(kind)) return text_end_ > 0 ? 1 : 0;
    return is_cell(kind) && open_.back().has_part ? 3 : 0;
  }
  void passed(BlockKind kind, uint32_t end) {
    if (is_text(kind)) {
      text_end_ = end;
    } else {
      open_.back().has_part = true;
      open_.back().part_end = end;
    }
  }
  void enter(int32_t block) { open_.push_back({block}); }
  template <typename Visit>
  void each_open(Visit visit) const {
    for (const Open& open : open_) visit(open.block);
  }

 private:
  struct Open {
    int32_t block;
    int32_t number = 1;  // of a list: what its next item usually has
    bool has_part = false;
    uint32_t part_end = 0;
  };
  const std::vector<TextBlock>& blocks_;
  std::vector<Open> open_;  // around the last block, and it
  uint32_t text_end_ = 0;
};

bool is_numbered(const std::vector<TextBlock>& blocks, int32_t parent) {
  return parent >= 0 && blocks[static_cast<size_t>(parent)].kind == BlockKind::numbered_list;
}

void write_blocks(ByteWriter& out, const std::vector<TextBlock>& blocks) {
  Course course(blocks);
  out.varint(blocks.size());
  for (size_t i = 0; i < blocks.size(); ++i) {
    const TextBlock& block = blocks[i];
    size_t steps = 0;
    for (; course.innermost() != block.parent; ++steps) course.step_out(1);
    const auto kind = static_cast<uint32_t>(block.kind);
    out.pod(static_cast<uint8_t>(kind | std::min<size_t>(steps, kMostSteps) << kKindBits));
    if (steps >= kMostSteps) out.varint(steps - kMostSteps);
    if (block.kind == BlockKind::item && is_numbered(blocks, block.parent)) {
      out.zigzag(int64_t{block.number} - course.next_number());
      course.item(block.number);
    }
    if (!is_container(block.kind)) {
      const uint32_t gap = block.begin - course.earliest(block.kind);
      const bool usual = gap == course.usual_gap(block.kind);
      out.varint(uint64_t{block.end - block.begin} * 2 + (usual ? 0 : 1));
      if (!usual) out.varint(gap);
      course.passed(block.kind, block.end);
    }
    course.enter(static_cast<int32_t>(i));
  }
}

bool fits(const std::vector<TextBlock>& blocks, int32_t parent, BlockKind kind) {
  if (parent < 0) return is_container(kind) || is_text(kind);
  const BlockKind around = blocks[static_cast<size_t>(parent)].kind;
  if (is_cell(kind)) return is_row(around);
  if (kind == BlockKind::picture) return is_text(around) || is_cell(around);
  return is_container(around);
}

// Sets where it lies; `size` is that of the section's text.
void read_range(ByteReader& in, Course& course, uint32_t size, TextBlock& block) {
  const uint64_t length = in.varint();
  const uint64_t gap = (length & 1) != 0 ? in.varint() : course.usual_gap(block.kind);
  const uint64_t begin = course.earliest(block.kind) + gap;
  if (gap > size || length / 2 > size || begin + length / 2 > size) wrong_structure();
  if (length / 2 == 0 && !is_cell(block.kind)) wrong_structure();
  block.begin = static_cast<uint32_t>(begin);
  block.end = static_cast<uint32_t>(begin + length / 2);
  course.passed(block.kind, block.end);
}

int32_t read_number(ByteReader& in, Course& course) {
  const int64_t more = in.zigzag();
  if (more < -2 * int64_t{kMaxBlockNumber} - 1 || more > 2 * int64_t{kMaxBlockNumber}) wrong_structure();
  const int64_t number = course.next_number() + more;
  if (number < -kMaxBlockNumber || number > kMaxBlockNumber) wrong_structure();
  course.item(static_cast<int32_t>(number));
  return static_cast<int32_t>(number);
}

// The blocks around a text begin where the first of theirs does, and end where the last one does.
void widen(std::vector<TextBlock>& blocks, const Course& course, const TextBlock& text) {
  course.each_open([&](int32_t around) {
    TextBlock& outer = blocks[static_cast<size_t>(around)];
    if (outer.end == 0) outer.begin = text.begin;
    outer.end = text.end;
  });
}

std::vector<TextBlock> read_blocks(ByteReader& in, uint32_t size) {
  std::vector<TextBlock> blocks;
  Course course(blocks);
  const uint64_t count = in.count();
  blocks.reserve(count);
  while (blocks.size() < count) {
    const auto byte = in.pod<uint8_t>();
    TextBlock block{static_cast<BlockKind>(byte & ((1u << kKindBits) - 1)), 0, 0, -1, 0};
    uint64_t steps = byte >> kKindBits;
    if (steps == kMostSteps) steps += std::min<uint64_t>(in.varint(), kMaxBlockDepth);
    if (block.kind > kLastBlockKind || steps > course.depth()) wrong_structure();
    course.step_out(steps);
    block.parent = course.innermost();
    if (course.depth() >= kMaxBlockDepth + kPartDepth || !fits(blocks, block.parent, block.kind))
      wrong_structure();
    if (block.kind == BlockKind::item && is_numbered(blocks, block.parent))
      block.number = read_number(in, course);
    if (!is_container(block.kind)) read_range(in, course, size, block);
    const bool part = !is_container(block.kind) && !is_text(block.kind);
    if (part && block.end > blocks[static_cast<size_t>(block.parent)].end) wrong_structure();
    if (is_text(block.kind)) widen(blocks, course, block);
    blocks.push_back(block);
    course.enter(static_cast<int32_t>(blocks.size()) - 1);
  }
  const bool hollow = std::any_of(blocks.begin(), blocks.end(),
                                  [](const TextBlock& b) { return is_container(b.kind) && b.end == 0; });
  if (hollow) wrong_structure();
  return blocks;
}

// Sections of posts stand behind one another; the first of each has its anchor.
std::vector<int64_t> first_sections(const Document& document) {
  std::vector<int64_t> first;
  size_t section = 0;
  for (const Post& post : document.posts) {
    size_t at = section;
    while (at < document.sections.size() && document.sections[at].anchor != post.anchor) ++at;
    const bool found = at < document.sections.size();
    first.push_back(found ? static_cast<int64_t>(at) : -1);
    if (found) section = at;
  }
  return first;
}

void read_posts(ByteReader& in, StoredStructure& structure) {
  std::vector<StructuredSection>& sections = structure.sections;
  int64_t begun = 0;
  for (uint64_t n = in.count(); n > 0; --n) {
    const auto number = static_cast<int>(structure.posts.size());
    StoredPost& post = structure.posts.emplace_back();
    post.author = in.string();
    post.date = in.string();
    post.votes = static_cast<int>(in.zigzag());
    post.accepted = in.varint() != 0;
    const int64_t first = in.zigzag();
    if (first < 0) continue;
    if (first < begun || static_cast<size_t>(first) >= sections.size()) wrong_structure();
    begun = first;
    sections[static_cast<size_t>(first)].post = number;
  }
  int current = -1;
  for (StructuredSection& section : sections) {
    if (section.post >= 0) current = section.post;
    section.post = current;
  }
}

}  // namespace

std::string encode_structure(const Document& document) {
  ByteWriter out;
  write_fields(out, document.fields);
  out.varint(document.posts.size());
  const std::vector<int64_t> first = first_sections(document);
  for (size_t i = 0; i < document.posts.size(); ++i) {
    const Post& post = document.posts[i];
    out.string(post.author);
    out.string(post.date);
    out.zigzag(post.votes);
    out.varint(post.accepted);
    out.zigzag(first[i]);
  }
  for (const Section& section : document.sections) write_blocks(out, section.blocks);
  return out.take();
}

StoredStructure decode_structure(std::string_view bytes, const std::vector<StoredSection>& sections) {
  ByteReader in(bytes);
  StoredStructure structure;
  structure.fields = read_fields(in);
  structure.sections.resize(sections.size());
  read_posts(in, structure);
  for (size_t i = 0; i < sections.size(); ++i)
    structure.sections[i].blocks = read_blocks(in, sections[i].text_end - sections[i].text_begin);
  if (!in.done()) wrong_structure();
  return structure;
}

}  // namespace signpost
