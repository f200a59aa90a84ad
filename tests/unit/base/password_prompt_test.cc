#include "base/password_prompt.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <thread>

#include "base/descriptor.h"
#include "base/error.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// What is written into a pipe.
std::string from_pipe(const std::string& bytes) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const Descriptor input(ends[0]);
  {
    const Descriptor output(ends[1]);
    EXPECT_EQ(::write(output.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  return ask_password(input.get());
}

TEST(PasswordPrompt, TakesTheFirstLineOfAScript) {
  EXPECT_EQ(from_pipe("correct horse battery\nmore\n"), "correct horse battery");
  EXPECT_EQ(from_pipe("no line end"), "no line end");
  EXPECT_EQ(from_pipe("of Windows\r\n"), "of Windows");
  EXPECT_THROW(from_pipe(""), Error);
  EXPECT_THROW(from_pipe("\n"), Error);
}

// A terminal with somebody at it who types these lines, each when the program waits for it.
class Terminal {
 public:
  Terminal() : keyboard_(::posix_openpt(O_RDWR | O_NOCTTY)) {
    EXPECT_EQ(::grantpt(keyboard_.get()), 0);
    EXPECT_EQ(::unlockpt(keyboard_.get()), 0);
    screen_ = Descriptor(::open(::ptsname(keyboard_.get()), O_RDWR | O_NOCTTY));
  }
  int input() const { return screen_.get(); }
  bool echoes() const {
    termios now{};
    ::tcgetattr(screen_.get(), &now);
    return (now.c_lflag & ECHO) != 0;
  }
  // Waits until the screen shows it.
  void wait_for(const std::string& text) {
    char c = 0;
    while (shown_.find(text) == std::string::npos && ::read(keyboard_.get(), &c, 1) == 1) shown_ += c;
  }
  void type(const std::string& line) {
    EXPECT_EQ(::write(keyboard_.get(), line.data(), line.size()), static_cast<ssize_t>(line.size()));
  }
  const std::string& shown() const { return shown_; }

 private:
  Descriptor keyboard_;
  Descriptor screen_;
  std::string shown_;
};

TEST(PasswordPrompt, ShowsNothingOfItAtATerminal) {
  Terminal terminal;
  std::thread person([&] {
    terminal.wait_for("Password: ");
    terminal.type("correct horse battery\n");
    terminal.wait_for("Once more: ");
    EXPECT_FALSE(terminal.echoes());
    terminal.type("correct horse battery\n");
  });
  EXPECT_EQ(ask_password(terminal.input()), "correct horse battery");
  person.join();
  EXPECT_THAT(terminal.shown(), Not(HasSubstr("horse")));
  EXPECT_TRUE(terminal.echoes()) << "as it was before";
}

TEST(PasswordPrompt, AsksOnceForOneThatIsKnown) {
  Terminal terminal;
  std::thread person([&] {
    terminal.wait_for("Password: ");
    terminal.type("correct horse battery\n");
  });
  EXPECT_EQ(ask_password(terminal.input(), PasswordUse::known), "correct horse battery");
  person.join();
}

TEST(PasswordPrompt, WantsTheSameTwice) {
  Terminal terminal;
  std::thread person([&] {
    terminal.wait_for("Password: ");
    terminal.type("correct horse battery\n");
    terminal.wait_for("Once more: ");
    terminal.type("correct horse batterz\n");
  });
  EXPECT_THROW(ask_password(terminal.input()), Error);
  person.join();
  EXPECT_TRUE(terminal.echoes());
}

TEST(PasswordPrompt, LeavesTheTerminalAsItWasWhenSomebodyGivesUp) {
  Terminal terminal;
  std::thread person([&] {
    terminal.wait_for("Password: ");
    terminal.type("half a pass\x03\n");
  });
  EXPECT_THROW(ask_password(terminal.input()), Error);
  person.join();
  EXPECT_TRUE(terminal.echoes());
}

}  // namespace
}  // namespace signpost
