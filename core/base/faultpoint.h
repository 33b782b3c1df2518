// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace respool {

// Named places where a crash test may die. faultPoint("delete.renamed") does nothing unless the
// program was built with RESPOOL_FAULT_POINTS and the environment says so:
//   RESPOOL_FAULT=NAME[:N]        kill -9 this process at the N-th passage (default the first)
//   RESPOOL_FAULT=NAME[:N]!abort  abort() there instead: a defect of the program itself
//   RESPOOL_FAULT_TRACE=FILE      append NAME and a newline to FILE at every passage
// A crash test runs once with the trace to learn the names, then dies at each of them.
void faultPoint(const char *name);

} // namespace respool
